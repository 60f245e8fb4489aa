namespace Feedback.Cli.Simulation.Scale;

/// <summary>The result of the scenario.</summary>
internal sealed record ScaleResult
{
    public required ScaleOptions Options { get; init; }

    public required IReadOnlyList<SweepProgress> Sweeps { get; init; }

    /// <summary>Healthy sets that were due at the start and never evaluated.</summary>
    public required int NotEvaluated { get; init; }

    /// <summary>The longest lag of the sweep's metric.</summary>
    public required TimeSpan SweepLag { get; init; }

    public required TimeSpan EvaluationLag { get; init; }

    /// <summary>The sets that must be paused, and how long it took until SES was called; null for never.</summary>
    public required IReadOnlyList<(BadSet Set, TimeSpan? Delay)> Bad { get; init; }

    public required IReadOnlyList<string> HealthyPaused { get; init; }

    public required long Failed { get; init; }

    /// <summary>How long it took to fill the tables.</summary>
    public required TimeSpan Filled { get; init; }

    public required TimeSpan Took { get; init; }

    public int Evaluated => Sweeps.Sum(sweep => sweep.Evaluated);

    /// <summary>From the start to the end of the last sweep that found one of them still due.</summary>
    public TimeSpan Evaluating => Sweeps.LastOrDefault(sweep => sweep.Evaluated > 0) is { } last ? last.At + last.Took - Sweeps[0].At : TimeSpan.Zero;

    /// <summary>How many sets a quarter of an hour is enough for, at that pace: the pauses and comparisons of the sweeps take part of the time.</summary>
    public long InAQuarter => Evaluating > TimeSpan.Zero ? (long)(Evaluated * (TimeSpan.FromMinutes(15) / Evaluating)) : 0;

    public IReadOnlyList<BadSet> NotPaused => [.. Bad.Where(bad => bad.Delay is null).Select(bad => bad.Set)];

    public bool IsAsItMustBe => NotPaused.Count == 0 && HealthyPaused.Count == 0 && NotEvaluated == 0 && Failed == 0;

    /// <summary>The delays of one kind, in ascending order.</summary>
    public IReadOnlyList<TimeSpan> Delays(BadKind kind) =>
        [.. Bad.Where(bad => bad.Set.Kind == kind).Select(bad => bad.Delay).OfType<TimeSpan>().Order()];
}
