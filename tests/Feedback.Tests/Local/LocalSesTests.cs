using System.Net;
using Feedback.Local.Services;
using Feedback.Local.Services.Ses;

namespace Feedback.Tests.Local;

public sealed class LocalSesTests : LocalAwsTest
{
    [Fact]
    public async Task Sending_PutAndGet_KeepsTheStateAndRecordsTheCall()
    {
        Aws.Ses.AddConfigurationSet("newsletter");
        (await Requests.SendingAsync("newsletter", enabled: false)).StatusCode.ShouldBe(HttpStatusCode.OK);

        Aws.Ses.IsSending("newsletter").ShouldBeFalse();
        (await (await Requests.GetAsync("/v2/email/configuration-sets/newsletter")).Content.ReadAsStringAsync())
            .ShouldContain("""
                "SendingOptions":{"SendingEnabled":false}
                """.Trim());

        var put = Aws.SesCalls[0];
        (put.Operation, put.Method, put.Name, put.Enabled, put.StatusGiven, put.Applied)
            .ShouldBe((AwsOperation.PutConfigurationSetSendingOptions, "PUT", "newsletter", false, 200, true));
    }

    [Fact]
    public async Task Sending_Reenabled_StartsReputationAfresh()
    {
        Aws.Ses.AddConfigurationSet("newsletter", sendingEnabled: false);
        await Requests.SendingAsync("newsletter", enabled: true);
        Aws.Ses.ConfigurationSet("newsletter")!.LastFreshStart.ShouldNotBeNull();
    }

    [Fact]
    public async Task Sending_UnknownSet_IsNotFoundAsSesSaysIt()
    {
        var response = await Requests.SendingAsync("missing", enabled: false);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Headers.GetValues("x-amzn-ErrorType").ShouldBe(["NotFoundException"]);
        (await response.Content.ReadAsStringAsync()).ShouldStartWith("""{"message":""");
    }

    [Fact]
    public async Task ConfigurationSets_MoreThanAPage_ContinueFromTheToken()
    {
        foreach (var name in (string[])["c", "a", "b"])
        {
            Aws.Ses.AddConfigurationSet(name);
        }

        (await BodyAsync("/v2/email/configuration-sets?PageSize=2")).ShouldBe("""{"ConfigurationSets":["a","b"],"NextToken":"b"}""");
        (await BodyAsync("/v2/email/configuration-sets?PageSize=2&NextToken=b")).ShouldBe("""{"ConfigurationSets":["c"]}""");
    }

    [Fact]
    public async Task Identity_Escaped_GivesItsDefaultConfigurationSet()
    {
        Aws.Ses.AddIdentity("shop@example.com", "newsletter");
        (await BodyAsync("/v2/email/identities/shop%40example.com")).ShouldContain("""
            "ConfigurationSetName":"newsletter"
            """.Trim());
    }

    private async Task<string> BodyAsync(string path) => await (await Requests.GetAsync(path)).Content.ReadAsStringAsync();
}
