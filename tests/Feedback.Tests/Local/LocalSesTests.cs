using System.Net;
using Feedback.Local.Services;

namespace Feedback.Tests.Local;

public sealed class LocalSesTests : IAsyncLifetime
{
    private LocalAws aws = null!;
    private AwsRequests requests = null!;

    public async Task InitializeAsync()
    {
        aws = await LocalAws.StartAsync();
        requests = new AwsRequests(aws.Endpoint);
    }

    public async Task DisposeAsync() => await aws.DisposeAsync();

    [Fact]
    public async Task Sending_PutAndGet_KeepsTheStateAndRecordsTheCall()
    {
        aws.Ses.AddConfigurationSet("newsletter");
        (await requests.SendingAsync("newsletter", enabled: false)).StatusCode.ShouldBe(HttpStatusCode.OK);

        aws.Ses.IsSending("newsletter").ShouldBeFalse();
        (await (await requests.GetAsync("/v2/email/configuration-sets/newsletter")).Content.ReadAsStringAsync())
            .ShouldContain("""
                "SendingOptions":{"SendingEnabled":false}
                """.Trim());

        var put = aws.SesCalls[0];
        (put.Operation, put.Method, put.Name, put.Enabled, put.StatusGiven, put.Applied)
            .ShouldBe((AwsOperation.PutConfigurationSetSendingOptions, "PUT", "newsletter", false, 200, true));
    }

    [Fact]
    public async Task Sending_Reenabled_StartsReputationAfresh()
    {
        aws.Ses.AddConfigurationSet("newsletter", sendingEnabled: false);
        await requests.SendingAsync("newsletter", enabled: true);
        aws.Ses.ConfigurationSet("newsletter")!.LastFreshStart.ShouldNotBeNull();
    }

    [Fact]
    public async Task Sending_UnknownSet_IsNotFoundAsSesSaysIt()
    {
        var response = await requests.SendingAsync("nobody", enabled: false);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Headers.GetValues("x-amzn-ErrorType").ShouldBe(["NotFoundException"]);
        (await response.Content.ReadAsStringAsync()).ShouldStartWith("""{"message":""");
    }

    [Fact]
    public async Task ConfigurationSets_MoreThanAPage_ContinueFromTheToken()
    {
        foreach (var name in (string[])["c", "a", "b"])
            aws.Ses.AddConfigurationSet(name);

        (await BodyAsync("/v2/email/configuration-sets?PageSize=2")).ShouldBe("""{"ConfigurationSets":["a","b"],"NextToken":"b"}""");
        (await BodyAsync("/v2/email/configuration-sets?PageSize=2&NextToken=b")).ShouldBe("""{"ConfigurationSets":["c"]}""");
    }

    [Fact]
    public async Task Identity_Escaped_GivesItsDefaultConfigurationSet()
    {
        aws.Ses.AddIdentity("shop@example.com", "newsletter");
        (await BodyAsync("/v2/email/identities/shop%40example.com")).ShouldContain("""
            "ConfigurationSetName":"newsletter"
            """.Trim());
    }

    private async Task<string> BodyAsync(string path) => await (await requests.GetAsync(path)).Content.ReadAsStringAsync();
}
