using System.Net;
using Feedback.Local.Services;
using Feedback.Local.Services.Ses;

namespace Feedback.Tests.Local;

public sealed class LocalSesTests : IAsyncLifetime
{
    private LocalAws _aws = null!;
    private AwsRequests _requests = null!;

    public async Task InitializeAsync()
    {
        _aws = await LocalAws.StartAsync();
        _requests = new AwsRequests(_aws.Endpoint);
    }

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    [Fact]
    public async Task Sending_PutAndGet_KeepsTheStateAndRecordsTheCall()
    {
        _aws.Ses.AddConfigurationSet("newsletter");
        (await _requests.SendingAsync("newsletter", enabled: false)).StatusCode.ShouldBe(HttpStatusCode.OK);

        _aws.Ses.IsSending("newsletter").ShouldBeFalse();
        (await (await _requests.GetAsync("/v2/email/configuration-sets/newsletter")).Content.ReadAsStringAsync())
            .ShouldContain("""
                "SendingOptions":{"SendingEnabled":false}
                """.Trim());

        var put = _aws.SesCalls[0];
        (put.Operation, put.Method, put.Name, put.Enabled, put.StatusGiven, put.Applied)
            .ShouldBe((AwsOperation.PutConfigurationSetSendingOptions, "PUT", "newsletter", false, 200, true));
    }

    [Fact]
    public async Task Sending_Reenabled_StartsReputationAfresh()
    {
        _aws.Ses.AddConfigurationSet("newsletter", sendingEnabled: false);
        await _requests.SendingAsync("newsletter", enabled: true);
        _aws.Ses.ConfigurationSet("newsletter")!.LastFreshStart.ShouldNotBeNull();
    }

    [Fact]
    public async Task Sending_UnknownSet_IsNotFoundAsSesSaysIt()
    {
        var response = await _requests.SendingAsync("missing", enabled: false);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Headers.GetValues("x-amzn-ErrorType").ShouldBe(["NotFoundException"]);
        (await response.Content.ReadAsStringAsync()).ShouldStartWith("""{"message":""");
    }

    [Fact]
    public async Task ConfigurationSets_MoreThanAPage_ContinueFromTheToken()
    {
        foreach (var name in (string[])["c", "a", "b"])
            _aws.Ses.AddConfigurationSet(name);

        (await BodyAsync("/v2/email/configuration-sets?PageSize=2")).ShouldBe("""{"ConfigurationSets":["a","b"],"NextToken":"b"}""");
        (await BodyAsync("/v2/email/configuration-sets?PageSize=2&NextToken=b")).ShouldBe("""{"ConfigurationSets":["c"]}""");
    }

    [Fact]
    public async Task Identity_Escaped_GivesItsDefaultConfigurationSet()
    {
        _aws.Ses.AddIdentity("shop@example.com", "newsletter");
        (await BodyAsync("/v2/email/identities/shop%40example.com")).ShouldContain("""
            "ConfigurationSetName":"newsletter"
            """.Trim());
    }

    private async Task<string> BodyAsync(string path) => await (await _requests.GetAsync(path)).Content.ReadAsStringAsync();
}
