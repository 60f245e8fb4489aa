namespace Feedback.Cli.Simulation.AngryMailbox;

/// <summary>The scenario as JSON. Delays are in seconds.</summary>
internal sealed record AngryDocument(
    int Sets,
    int Seed,
    bool AsItMustBe,
    long Notifications,
    long Failed,
    int Bad,
    int BadPaused,
    int HealthyPaused,
    int HealthyHeld,
    double? MedianDelay,
    double? WorstDelay,
    double Took,
    IReadOnlyList<AngryDocument.AngrySetPart> Found)
{
    public static AngryDocument Of(AngryResult result) => new(
        result.Options.Sets,
        result.Options.Seed,
        result.IsAsItMustBe,
        result.Notifications,
        result.Failed,
        result.Sets.Count(set => set.Sender.IsBad),
        result.Sets.Count(set => set is { Sender.IsBad: true, PausedAt: not null }),
        result.WronglyPaused.Count,
        result.Sets.Count(set => set is { Sender.IsBad: false, Held: > 0 }),
        result.Median?.TotalSeconds,
        result.Worst?.TotalSeconds,
        result.Took.TotalSeconds,
        [.. result.Sets.Select(AngrySetPart.Of)]);

    /// <summary>The result for one set.</summary>
    internal sealed record AngrySetPart(
        string Set,
        string Kind,
        double PerDay,
        long Sent,
        DateTimeOffset? CriticalByRatesFrom,
        string? ByRates,
        DateTimeOffset? CriticalByMailboxesFrom,
        string? ByMailboxes,
        DateTimeOffset? PausedAt,
        double? Delay,
        int Held)
    {
        public static AngrySetPart Of(AngrySet set) => new(
            set.Sender.Name,
            set.Sender.Kind.ToString(),
            set.Sender.PerDay,
            set.Sent,
            set.ByRates?.At,
            set.ByRates?.Evidence,
            set.ByMailboxes?.At,
            set.ByMailboxes?.Evidence,
            set.PausedAt,
            set.Delay?.TotalSeconds,
            set.Held);
    }
}
