using Feedback.Local;
using Feedback.Local.Templates;
using Feedback.Tests.Shared;

namespace Feedback.EndToEnd.Tests.Cli;

/// <summary><c>feedback explain</c> after a bounce, by address and by message id.</summary>
public sealed class ExplainTests : IAsyncLifetime
{
    private const string Sample = "bounce/permanent-general.json";

    private LocalDeployment _deployment = null!;

    public async Task InitializeAsync()
    {
        _deployment = await LocalDeployment.StartAsync(new LocalDeploymentOptions
        {
            Template = Template.Load(),
            ArtifactFolder = Artifact.Folder,
            Functions = ["BounceFunction"],
        });
        (await _deployment.InvokeAsync("BounceFunction", SamplePayloads.Fresh(Sample))).Error.ShouldBeNull();
    }

    public async Task DisposeAsync() => await _deployment.DisposeAsync();

    [Fact]
    public async Task Explain_AnAddressThatBounced_SaysWhatTheBounceChanged()
    {
        var run = (await TypeAsync("explain", "Ann <ANN@example.org>")).ShouldSucceed();

        run.Output.ShouldContain("Hard bounce Permanent/General");
        run.Output.ShouldContain("counts as a hard bounce of marketing, suppresses the address");
        var message = (await TypeAsync("explain", "ann@example.org", "--json")).ShouldSucceed().Json.GetProperty("messages")[0];
        message.GetProperty("set").GetString().ShouldBe("marketing");
        message.GetProperty("events")[0].GetProperty("what").GetString().ShouldBe("Hard bounce Permanent/General");
    }

    [Fact]
    public async Task Explain_TheMessage_FindsTheSame()
    {
        var message = (await TypeAsync("explain", "ann@example.org", "--json")).Json.GetProperty("messages")[0];
        var id = message.GetProperty("messageId").GetString()!;

        var run = (await TypeAsync("explain", $"<{id}@eu-west-1.amazonses.com>", "--json")).ShouldSucceed();

        run.Json.GetProperty("messages").EnumerateArray().Select(one => one.GetProperty("recipientHash").GetString())
            .ShouldContain(message.GetProperty("recipientHash").GetString());
        run.Json.GetProperty("sets")[0].GetProperty("entity").GetString().ShouldBe("marketing");
    }

    [Fact]
    public async Task Explain_AMessageThatWasOnlyDelivered_IsFoundByScanAlone()
    {
        var delivery = SamplePayloads.Fresh("delivery/event-publishing.json");
        (await _deployment.InvokeAsync("BounceFunction", delivery)).Error.ShouldBeNull();
        var ids = (await _deployment.DynamoDb.ScanAsync(new() { TableName = _deployment.Tables["OutcomesTable"] })).Items
            .Where(item => item.ContainsKey("DeliveredAt") && !item.ContainsKey("Subtype"))
            .Select(item => item["MessageId"].S);
        var id = ids.First();

        (await TypeAsync("explain", id)).ExitCode.ShouldBe(1);
        var run = (await TypeAsync("explain", id, "--scan")).ShouldSucceed();

        run.Output.ShouldContain("Delivered");
        run.Output.ShouldContain("(hash of the address)");
        (await TypeAsync("explain", id, "--scan", "--json")).ShouldSucceed().Json.GetProperty("complete").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Explain_AMessageWithoutScan_SaysWhatItDoesNotShow()
    {
        var id = (await TypeAsync("explain", "ann@example.org", "--json")).Json.GetProperty("messages")[0].GetProperty("messageId").GetString()!;

        (await TypeAsync("explain", id)).ShouldSucceed().Output
            .ShouldContain("Only hard bounces and complaints are found by message id. To see all of it:");
        (await TypeAsync("explain", id, "--json")).ShouldSucceed().Json.GetProperty("complete").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Explain_WhatIsNotKnown_SaysWhereToLook()
    {
        (await TypeAsync("explain", "zoe@example.org")).ShouldFail(
            1, "Nothing is known of mail to this address. Outcomes are kept for OutcomeRetentionDays.");
        (await TypeAsync("explain", "0102-nothing")).ShouldFail(
            1, "No hard bounce or complaint has this message id. Other events are found by the address: feedback explain ADDRESS, or with --scan.");
        (await TypeAsync("explain", "0102-nothing", "--scan")).ShouldFail(
            1, "The ledger has nothing with this message id. Outcomes are kept for OutcomeRetentionDays.");
        (await TypeAsync("explain", "ann@")).ShouldFail(2, "'ann@' is neither a message id nor an address: it has no valid domain.");
    }

    private Task<CommandLineRun> TypeAsync(params string[] arguments) => CommandLineRun.WithAsync(OperatorEnvironment.Of(_deployment), arguments);
}
