namespace Feedback.EndToEnd.Tests.Cli;

public sealed class SimulateTests
{
    private const int Columns = 80;

    [Fact]
    public async Task Simulate_AngryMailboxes_PausesTheBadSetsAndNoOther()
    {
        var run = (await CommandLineRun.OfAsync("simulate", "--scenario", "angry-mailbox", "--sets", "20", "--seed", "2", "--json")).ShouldSucceed();

        run.Json.GetProperty("asItMustBe").GetBoolean().ShouldBeTrue();
        run.Json.GetProperty("bad").GetInt32().ShouldBe(8);
        run.Json.GetProperty("badPaused").GetInt32().ShouldBe(8);
        run.Json.GetProperty("healthyPaused").GetInt32().ShouldBe(0);
        run.Json.GetProperty("healthyHeld").GetInt32().ShouldBe(12);
    }

    [Fact]
    public async Task Simulate_AngryMailboxesUnderARuleOfRatesAlone_FailsAndNamesTheSetsThatWerePaused()
    {
        var run = await CommandLineRun.OfAsync(
            "simulate", "--scenario", "angry-mailbox", "--sets", "20", "--complaint-representative-volume", "1");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("Check failed: healthy-OneMailboxComplains-001 was paused");
        run.Output.ShouldContain("Who complains or bounces");
        run.Output.Split('\n').ShouldAllBe(line => line.TrimEnd().Length <= Columns);
    }
}
