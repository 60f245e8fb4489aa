namespace Feedback.Cli.Simulation.Scale;

/// <summary>The scenario as JSON. Times are in seconds.</summary>
internal sealed record ScaleDocument(
    int Sets,
    double DelayMilliseconds,
    int Seed,
    bool AsItMustBe,
    int Due,
    int Evaluated,
    double Evaluating,
    long InAQuarter,
    double SweepLag,
    double EvaluationLag,
    int HealthyPaused,
    long Failed,
    double Filled,
    double Took,
    IReadOnlyList<ScaleDocument.BadPart> Bad,
    IReadOnlyList<ScaleDocument.SweepPart> Sweeps)
{
    public static ScaleDocument Of(ScaleResult result) => new(
        result.Options.Sets,
        result.Options.Delay.TotalMilliseconds,
        result.Options.Seed,
        result.IsAsItMustBe,
        result.Options.Watched,
        result.Evaluated,
        result.Evaluating.TotalSeconds,
        result.InAQuarter,
        result.SweepLag.TotalSeconds,
        result.EvaluationLag.TotalSeconds,
        result.HealthyPaused.Count,
        result.Failed,
        result.Filled.TotalSeconds,
        result.Took.TotalSeconds,
        [.. result.Bad.Select(bad => new BadPart(bad.Set.Name, bad.Set.Kind.ToString(), bad.Delay?.TotalSeconds))],
        [.. result.Sweeps.Select(sweep => new SweepPart(sweep.At, sweep.Took.TotalSeconds, sweep.Evaluated))]);

    /// <summary>A set that must be paused, and the time until SES was called.</summary>
    internal sealed record BadPart(string Set, string Kind, double? Delay);

    /// <summary>One sweep.</summary>
    internal sealed record SweepPart(DateTimeOffset At, double Took, int Evaluated);
}
