using Feedback.Cli.Output;
using Feedback.Cli.Simulation.Account;
using Feedback.Reputation;

namespace Feedback.Tests.Cli;

/// <summary>The scenarios of an account, smaller and shorter than on the command line.</summary>
public sealed class AccountRunTests
{
    private static readonly AccountScenario Small = AccountScenario.Busy with
    {
        Length = TimeSpan.FromMinutes(8),
        Healthy = 20,
        PerMinute = 60,
        BadFrom = [TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(3)],
        BadPerMinute = 120,
    };

    [Fact]
    public async Task RunAsync_DeliveriesInFlight_PausesTheBadSetsWithinTwoMinutesAndNoHealthyOne()
    {
        var result = await RunAsync(Small);

        result.IsAsItMustBe.ShouldBeTrue(string.Join(' ', AccountPages.Problems(result)));
        result.Delays.Count.ShouldBe(2);
        result.Delays.ShouldAllBe(delay => delay > TimeSpan.Zero && delay < TimeSpan.FromMinutes(2));
        result.MostInFlight.ShouldBeGreaterThan(100);
        result.MostDeadLetters.ShouldBe(0);
    }

    [Fact]
    public async Task RunAsync_DeliveryFunctionDown_PausesNoHealthySetAndTheBadOnesInTheEnd()
    {
        // A message goes to the dead-letter queue after 20 receives, 7 minutes apart.
        var scenario = Small with
        {
            Length = TimeSpan.FromMinutes(190),
            Healthy = 5,
            PerMinute = 20,
            BadFrom = [TimeSpan.FromMinutes(12)],
            Outage = (TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(160)),
            RedrivenAt = TimeSpan.FromMinutes(175),
        };

        var result = await RunAsync(scenario);

        result.IsAsItMustBe.ShouldBeTrue(string.Join(' ', AccountPages.Problems(result)));
        result.MostDeadLetters.ShouldBeGreaterThan(500);
    }

    [Fact]
    public async Task RunAsync_SameSeed_GivesTheSameResult()
    {
        var scenario = Small with { Length = TimeSpan.FromMinutes(4), BadFrom = [TimeSpan.FromMinutes(1)] };

        var (first, second) = (await RunAsync(scenario), await RunAsync(scenario));

        second.Sets.ShouldBe(first.Sets);
        second.Notifications.ShouldBe(first.Notifications);
    }

    private static async Task<AccountResult> RunAsync(AccountScenario scenario)
    {
        await using var run = new AccountRun(scenario, Policy.Default, seed: 1);
        return await run.RunAsync(SilentProgress.Instance, CancellationToken.None);
    }
}
