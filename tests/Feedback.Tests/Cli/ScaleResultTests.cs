using Feedback.Cli.Simulation.Scale;

namespace Feedback.Tests.Cli;

public sealed class ScaleResultTests
{
    private static readonly DateTimeOffset Start = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly BadSet Left = new("left-behind-001", BadKind.LeftBehind, Start);

    [Fact]
    public void InAQuarter_OfSweepsWithAPauseBetween_IsThePaceOfAllOfIt()
    {
        // 600 sets in a sweep of 100 s, and 300 more in one of 30 s that begins 120 s after the start: 900 sets in 150 s.
        var result = Good() with
        {
            Sweeps = [Sweep(0, 100, 600), Sweep(120, 30, 300), Sweep(180, 5, 0)],
        };

        result.Evaluated.ShouldBe(900);
        result.Evaluating.ShouldBe(TimeSpan.FromSeconds(150));
        result.InAQuarter.ShouldBe(5_400);
    }

    [Fact]
    public void IsAsItMustBe_EverythingDone_IsTrue()
    {
        Good().IsAsItMustBe.ShouldBeTrue();
        ScalePages.Problems(Good()).ShouldBeEmpty();
    }

    [Fact]
    public void Problems_OfEachKind_AreNamed()
    {
        var result = Good() with { Bad = [(Left, null)], HealthyPaused = ["watched-000007"], NotEvaluated = 3, Failed = 1 };

        result.IsAsItMustBe.ShouldBeFalse();
        ScalePages.Problems(result).ShouldBe(
        [
            "Check failed: left-behind-001 was not paused.",
            "Check failed: watched-000007 was paused.",
            "Check failed: 3 sets were not evaluated in time.",
            "Check failed: 1 notification failed.",
        ]);
    }

    private static SweepProgress Sweep(int second, int took, int evaluated) => new(Start.AddSeconds(second), TimeSpan.FromSeconds(took), evaluated);

    private static ScaleResult Good() => new()
    {
        Options = new ScaleOptions(Sets: 1_000, TimeSpan.Zero, Seed: 1),
        Sweeps = [Sweep(0, 10, 993)],
        NotEvaluated = 0,
        SweepLag = TimeSpan.Zero,
        EvaluationLag = TimeSpan.Zero,
        Bad = [(Left, TimeSpan.FromSeconds(70))],
        HealthyPaused = [],
        Failed = 0,
        Filled = TimeSpan.Zero,
        Took = TimeSpan.FromMinutes(1),
    };
}
