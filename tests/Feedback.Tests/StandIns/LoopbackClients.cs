using Amazon.Runtime;
using Amazon.SimpleEmailV2;
using Reply = Feedback.Tests.StandIns.LoopbackService.Reply;
using Request = Feedback.Tests.StandIns.LoopbackService.Request;

namespace Feedback.Tests.StandIns;

/// <summary>Clients of the SDK that call a <see cref="LoopbackService"/>.</summary>
internal static class LoopbackClients
{
    internal static readonly BasicAWSCredentials Credentials = new("key", "secret");

    internal static AmazonSimpleEmailServiceV2Client Ses(LoopbackService service, int retries = 0) =>
        new(Credentials, Configure(new AmazonSimpleEmailServiceV2Config(), service, retries));

    internal static T Configure<T>(T config, LoopbackService service, int retries = 0)
        where T : ClientConfig
    {
        config.ServiceURL = service.Url;
        config.AuthenticationRegion = "eu-west-1";
        config.MaxErrorRetry = retries;
        config.Timeout = TimeSpan.FromSeconds(10);
        return config;
    }

    internal static Reply Error(int status, string code) =>
        Reply.Json(status, """{"message":"no"}""", ("x-amzn-ErrorType", code));

    internal static string Signature(Request request)
    {
        var header = request.Headers["Authorization"].ShouldNotBeNull();
        header.ShouldStartWith("AWS4-HMAC-SHA256 Credential=key/");
        return header;
    }
}
