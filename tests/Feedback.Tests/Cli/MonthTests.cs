using Feedback.Cli.Output;
using Feedback.Cli.Simulation.Month;
using Feedback.Reputation;

namespace Feedback.Tests.Cli;

public sealed class MonthTests
{
    /// <summary>A rule by which chance alone pauses healthy sets: five bounces among some forty mails (docs/simulation.md).</summary>
    private static readonly Policy TooFewForCertainty = Policy.Default with { Bounce = Thresholds.DefaultBounce with { MinimumEvents = 5 } };

    [Fact]
    public async Task Run_TwentySetsForFiveDays_PausesEveryBadOneAtOnceAndNoGoodOne()
    {
        var result = await RunAsync(seed: 2);
        result.IsAsItMustBe.ShouldBeTrue(string.Join('\n', MonthPages.Problems(result)));
        result.Bad.Select(set => set.Profile.Name).ShouldBe(["bought-list", "broken-form", "slow-drift"]);
        foreach (var set in result.Bad)
        {
            set.Delay.ShouldNotBeNull().ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromMinutes(2), set.Profile.Name);
            set.Stopped.ShouldBeGreaterThan(0, set.Profile.Name);
        }

        result.Sets.Where(set => set.TrulyCritical is not null).ShouldBe(result.Bad);
    }

    [Fact]
    public async Task Run_WhenAHealthySetIsCriticalByChance_SaysSo()
    {
        var result = await RunAsync(seed: 1, TooFewForCertainty);
        result.IsAsItMustBe.ShouldBeFalse();
        MonthPages.Problems(result).ShouldBe(["Check failed: healthy-015 was paused, by chance: its rates did cross the threshold."]);
        result.WronglyPaused.ShouldHaveSingleItem().Delay.ShouldNotBeNull().ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    private static async Task<MonthResult> RunAsync(int seed, Policy? policy = null)
    {
        await using var run = new MonthRun(new MonthOptions(Sets: 20, Days: 5, seed, policy ?? Policy.Default));
        return await run.RunAsync(SilentProgress.Instance, CancellationToken.None);
    }
}
