using System.Net;
using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using Reply = Feedback.Tests.StandIns.LoopbackService.Reply;

namespace Feedback.Tests.StandIns;

/// <summary>What SES's client sends and how it fails, official or stand-in.</summary>
public sealed class SesClientTests
{
    [Fact]
    public async Task PutConfigurationSetSendingOptionsAsync_Disabled_PutsSignedRequest()
    {
        using var service = new LoopbackService(_ => Reply.Json(200, "{}"));
        using var ses = LoopbackClients.Ses(service);

        await ses.PutConfigurationSetSendingOptionsAsync(
            new PutConfigurationSetSendingOptionsRequest { ConfigurationSetName = "news", SendingEnabled = false });

        var request = service.Requests.ShouldHaveSingleItem();
        request.Method.ShouldBe("PUT");
        request.Path.ShouldBe("/v2/email/configuration-sets/news/sending");
        request.Body.ShouldBe("""{"SendingEnabled":false}""");
        LoopbackClients.Signature(request).ShouldContain("/eu-west-1/ses/aws4_request");
    }

    [Fact]
    public async Task GetConfigurationSetAsync_Paused_ReadsSendingOptions()
    {
        using var service = new LoopbackService(_ => Reply.Json(
            200, """{"ConfigurationSetName":"news","Tags":[],"SendingOptions":{"SendingEnabled":false}}"""));
        using var ses = LoopbackClients.Ses(service);

        var set = await ses.GetConfigurationSetAsync(new GetConfigurationSetRequest { ConfigurationSetName = "news" });

        set.ConfigurationSetName.ShouldBe("news");
        set.SendingOptions.SendingEnabled.ShouldBe(false);
        service.Requests.ShouldHaveSingleItem().Path.ShouldBe("/v2/email/configuration-sets/news");
    }

    [Fact]
    public async Task GetEmailIdentityAsync_Address_EscapesPath()
    {
        using var service = new LoopbackService(_ => Reply.Json(200, "{}"));
        using var ses = LoopbackClients.Ses(service);

        var identity = await ses.GetEmailIdentityAsync(new GetEmailIdentityRequest { EmailIdentity = "news@example.com" });

        identity.ConfigurationSetName.ShouldBeNull();
        service.Requests.ShouldHaveSingleItem().Path.ShouldBe("/v2/email/identities/news%40example.com");
    }

    [Fact]
    public async Task ListConfigurationSetsAsync_NextToken_SendsQuery()
    {
        using var service = new LoopbackService(_ => Reply.Json(200, """{"ConfigurationSets":["news"],"NextToken":"more"}"""));
        using var ses = LoopbackClients.Ses(service);

        var page = await ses.ListConfigurationSetsAsync(new ListConfigurationSetsRequest { NextToken = "a b", PageSize = 1 });

        page.ConfigurationSets.ShouldBe(["news"]);
        page.NextToken.ShouldBe("more");
        service.Requests.ShouldHaveSingleItem().Path.ShouldBe("/v2/email/configuration-sets?NextToken=a%20b&PageSize=1");
    }

    [Fact]
    public async Task GetAccountAsync_ThrottledOnce_RetriesAndSucceeds()
    {
        var calls = 0;
        using var service = new LoopbackService(_ => calls++ == 0
            ? LoopbackClients.Error(429, "TooManyRequestsException")
            : Reply.Json(200, """{"SendingEnabled":true,"EnforcementStatus":"HEALTHY"}"""));
        using var ses = LoopbackClients.Ses(service, retries: 1);

        var account = await ses.GetAccountAsync(new GetAccountRequest());

        account.SendingEnabled.ShouldBe(true);
        account.EnforcementStatus.ShouldBe("HEALTHY");
        service.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(404, "NotFoundException", typeof(Amazon.SimpleEmailV2.Model.NotFoundException))]
    [InlineData(429, "TooManyRequestsException", typeof(TooManyRequestsException))]
    [InlineData(400, "BadRequestException", typeof(BadRequestException))]
    [InlineData(500, "InternalFailure", typeof(AmazonSimpleEmailServiceV2Exception))]
    public async Task GetConfigurationSetAsync_ErrorCode_ThrowsTyped(int status, string code, Type type)
    {
        using var service = new LoopbackService(_ => LoopbackClients.Error(status, code));
        using var ses = LoopbackClients.Ses(service);

        var exception = await Should.ThrowAsync<AmazonSimpleEmailServiceV2Exception>(
            ses.GetConfigurationSetAsync(new GetConfigurationSetRequest { ConfigurationSetName = "news" }));

        exception.ShouldBeOfType(type);
        exception.ErrorCode.ShouldBe(code);
        exception.StatusCode.ShouldBe((HttpStatusCode)status);
        exception.Message.ShouldBe("no");
    }
}
