namespace Feedback.Cli.Simulation.Account;

/// <summary>The result of one simulated account.</summary>
internal sealed record AccountResult
{
    /// <summary>A set that is critical for less than this when the simulation ends may be unpaused.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public required string Scenario { get; init; }

    /// <summary>When the simulation ended.</summary>
    public required DateTimeOffset End { get; init; }

    public required int Seed { get; init; }

    public required long Notifications { get; init; }

    public required long Failed { get; init; }

    public required long MostInFlight { get; init; }

    public required long MostDeadLetters { get; init; }

    public required TimeSpan Took { get; init; }

    public required IReadOnlyList<AccountSet> Sets { get; init; }

    public IReadOnlyList<AccountSet> Bad => [.. Sets.Where(set => set.IsBad)];

    public IReadOnlyList<AccountSet> NotPaused => [.. Bad.Where(set => set.PausedAt is null && !(set.Crossing?.At > End - Patience))];

    public IReadOnlyList<AccountSet> WronglyPaused => [.. Sets.Where(set => set is { IsBad: false, PausedAt: not null })];

    public int Healthy => Sets.Count - Bad.Count;

    public int HealthyHeld => Sets.Count(set => set is { IsBad: false, Held: > 0 });

    /// <summary>The delays of the bad sets, in ascending order.</summary>
    public IReadOnlyList<TimeSpan> Delays => [.. Bad.Select(set => set.Delay).OfType<TimeSpan>().Order()];

    public TimeSpan? Median => Delays.Count == 0 ? null : (Delays[(Delays.Count - 1) / 2] + Delays[Delays.Count / 2]) / 2;

    public bool IsAsItMustBe => NotPaused.Count == 0 && WronglyPaused.Count == 0 && Failed == 0;
}
