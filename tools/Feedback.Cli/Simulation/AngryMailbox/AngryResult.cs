namespace Feedback.Cli.Simulation.AngryMailbox;

/// <summary>The result of the scenario.</summary>
internal sealed record AngryResult
{
    public required AngryOptions Options { get; init; }

    public required IReadOnlyList<AngrySet> Sets { get; init; }

    public required long Notifications { get; init; }

    public required long Failed { get; init; }

    public required TimeSpan Took { get; init; }

    public IReadOnlyList<AngrySet> NotPaused => [.. Sets.Where(set => set is { Sender.IsBad: true, PausedAt: null })];

    public IReadOnlyList<AngrySet> WronglyPaused => [.. Sets.Where(set => set is { Sender.IsBad: false, PausedAt: not null })];

    /// <summary>Healthy sets whose rates never looked critical, so that they prove nothing.</summary>
    public IReadOnlyList<AngrySet> NeverTried => [.. Sets.Where(set => set is { Sender.IsBad: false, ByRates: null })];

    /// <summary>The delays of the bad sets, in ascending order.</summary>
    public IReadOnlyList<TimeSpan> Delays => [.. Sets.Where(set => set.Sender.IsBad).Select(set => set.Delay).OfType<TimeSpan>().Order()];

    public TimeSpan? Median => Delays.Count == 0 ? null : (Delays[(Delays.Count - 1) / 2] + Delays[Delays.Count / 2]) / 2;

    public TimeSpan? Worst => Delays.Count == 0 ? null : Delays[^1];

    public bool IsAsItMustBe => NotPaused.Count == 0 && WronglyPaused.Count == 0 && NeverTried.Count == 0 && Failed == 0;
}
