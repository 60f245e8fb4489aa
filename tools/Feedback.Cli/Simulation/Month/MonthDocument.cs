using Feedback.Cli.Backtest;

namespace Feedback.Cli.Simulation.Month;

/// <summary>A simulated month as JSON. Rates are fractions, delays are in seconds.</summary>
internal sealed record MonthDocument(
    int Sets,
    int Days,
    int Seed,
    bool AsItMustBe,
    long Outcomes,
    long Notifications,
    long Failed,
    double? MedianDelay,
    double? WorstDelay,
    int GoodSetsPaused,
    int GoodSetsWarnedOf,
    double Took,
    IReadOnlyList<MonthDocument.SetPart> Found)
{
    public static MonthDocument Of(MonthResult result) => new(
        result.Options.Sets,
        result.Options.Days,
        result.Options.Seed,
        result.IsAsItMustBe,
        result.Outcomes,
        result.Notifications,
        result.Failed,
        result.Median?.TotalSeconds,
        result.Worst?.TotalSeconds,
        result.WronglyPaused.Count,
        result.Good.Count(set => set.Warnings > 0),
        result.Took.TotalSeconds,
        [.. result.Sets.Select(SetPart.Of)]);

    /// <summary>The result for one set.</summary>
    internal sealed record SetPart(
        string Set,
        string Kind,
        double PerDay,
        double HardBounceRate,
        double ComplaintRate,
        long Sent,
        long Stopped,
        int Warnings,
        DateTimeOffset? CriticalFrom,
        string? ByWhatHappened,
        double? CriticalOnlyFor,
        IReadOnlyList<BacktestDocument.Entry> Alerts,
        DateTimeOffset? PausedAt,
        string? Evidence,
        double? Delay)
    {
        public static SetPart Of(SetOutcome set) => new(
            set.Profile.Name,
            set.Profile.Kind.ToString(),
            set.Profile.PerDay,
            set.Profile.HardShare,
            set.Profile.ComplaintShare,
            set.Sent,
            set.Stopped,
            set.Warnings,
            set.TrulyCritical?.At,
            set.TrulyCritical?.Evidence,
            set.PassedAfter?.TotalSeconds,
            [.. set.Alerts.Select(BacktestDocument.Entry.Of)],
            set.PausedAt,
            set.Evidence,
            set.Delay?.TotalSeconds);
    }
}
