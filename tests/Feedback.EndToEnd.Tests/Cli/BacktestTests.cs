using Feedback.Local;

namespace Feedback.EndToEnd.Tests.Cli;

public sealed class BacktestTests
{
    [Fact]
    public async Task Backtest_AFolderOfEvents_TellsWhenWhoWouldHaveBeenPaused()
    {
        var bounces = Path.Combine(RepositoryRoot.Find(), "events", "bounce");
        var told = (await CommandLineRun.OfAsync("backtest", bounces, "--json")).ShouldSucceed().Json;
        told.GetProperty("timeline").EnumerateArray().Select(entry => (entry.GetProperty("subject").GetString(), entry.GetProperty("what").GetString())).ShouldContain(("newsletter", "Paused"));

        var observed = (await CommandLineRun.OfAsync("backtest", bounces, "--mode", "Observe")).ShouldSucceed();
        observed.Output.ShouldContain("would tell: CRITICAL");
        observed.Output.ShouldNotContain("would PAUSE");
    }
}
