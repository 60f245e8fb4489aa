using Feedback.Cli.Output;
using Feedback.Cli.Simulation.AngryMailbox;
using Feedback.Reputation;

namespace Feedback.Tests.Cli;

public sealed class AngryRunTests
{
    [Fact]
    public async Task RunAsync_TwoSetsOfEachKind_PausesTheBadOnesAndNoOther()
    {
        var result = await RunAsync(Policy.Default);

        result.IsAsItMustBe.ShouldBeTrue(string.Join('\n', AngryPages.Problems(result)));
        result.Sets.GroupBy(set => set.Sender.Kind).Select(kind => kind.Count()).ShouldAllBe(count => count == 2);
        result.Delays.Count.ShouldBe(8);
        result.Delays.ShouldAllBe(delay => delay < TimeSpan.FromMinutes(5));
        result.Sets.Where(set => !set.Sender.IsBad).ShouldAllBe(set => set.ByRates != null && set.ByMailboxes == null && set.Held > 0);
    }

    [Fact]
    public async Task RunAsync_UnderARuleByWhichRatesAloneDecide_PausesSetsWithAnAngryMailbox()
    {
        // From its representative volume on, a rate is not asked over whom it is spread.
        var result = await RunAsync(Policy.Default with { Complaint = Thresholds.DefaultComplaint with { RepresentativeVolume = 1 } });

        result.IsAsItMustBe.ShouldBeFalse();
        result.WronglyPaused.Select(set => set.Sender.Kind).ShouldContain(AngryKind.OneMailboxComplains);
        AngryPages.Problems(result).ShouldContain("Check failed: healthy-OneMailboxComplains-001 was paused, when 4 of 72 complained.");
    }

    private static async Task<AngryResult> RunAsync(Policy policy)
    {
        await using var run = new AngryRun(new AngryOptions(AngryOptions.LeastSets, Seed: 1, policy));
        return await run.RunAsync(SilentProgress.Instance, CancellationToken.None);
    }
}
