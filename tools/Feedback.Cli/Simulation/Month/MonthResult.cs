namespace Feedback.Cli.Simulation.Month;

/// <summary>The result of a simulated month.</summary>
internal sealed record MonthResult
{
    public required MonthOptions Options { get; init; }

    public required IReadOnlyList<SetOutcome> Sets { get; init; }

    public required long Notifications { get; init; }

    public required long Outcomes { get; init; }

    public required long Failed { get; init; }

    public required int Sweeps { get; init; }

    public required TimeSpan Took { get; init; }

    public IReadOnlyList<SetOutcome> Bad => [.. Sets.Where(set => set.Profile.IsBad)];

    public IReadOnlyList<SetOutcome> Good => [.. Sets.Where(set => !set.Profile.IsBad)];

    public IReadOnlyList<SetOutcome> WronglyPaused => [.. Good.Where(set => set.PausedAt is not null)];

    /// <summary>The delays of the bad sets that were paused, in ascending order.</summary>
    public IReadOnlyList<TimeSpan> Delays => [.. Bad.Select(set => set.Delay).OfType<TimeSpan>().Order()];

    public TimeSpan? Median => Delays.Count == 0 ? null : (Delays[(Delays.Count - 1) / 2] + Delays[Delays.Count / 2]) / 2;

    public TimeSpan? Worst => Delays.Count == 0 ? null : Delays[^1];

    public bool IsAsItMustBe => Bad.All(set => set.PausedAt is not null) && WronglyPaused.Count == 0 && Failed == 0;
}
