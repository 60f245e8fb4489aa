namespace Feedback.Cli.Simulation.Account;

/// <summary>A simulated account as JSON. Delays are in seconds.</summary>
internal sealed record AccountDocument(
    string Scenario,
    int Seed,
    bool AsItMustBe,
    long Notifications,
    long Failed,
    long MostInFlight,
    long MostDeadLetters,
    double? MedianDelay,
    double? WorstDelay,
    int Healthy,
    int HealthyPaused,
    int HealthyHeld,
    double Took,
    IReadOnlyList<AccountDocument.BadSet> Bad)
{
    public static AccountDocument Of(AccountResult result) => new(
        result.Scenario,
        result.Seed,
        result.IsAsItMustBe,
        result.Notifications,
        result.Failed,
        result.MostInFlight,
        result.MostDeadLetters,
        result.Median?.TotalSeconds,
        result.Delays.Count == 0 ? null : result.Delays[^1].TotalSeconds,
        result.Healthy,
        result.WronglyPaused.Count,
        result.HealthyHeld,
        result.Took.TotalSeconds,
        [.. result.Bad.Select(set => new BadSet(set.Name, set.Crossing?.At, set.Crossing?.Evidence, set.PausedAt, set.Delay?.TotalSeconds, set.Held))]);

    /// <summary>A set that was made to go bad.</summary>
    internal sealed record BadSet(string Set, DateTimeOffset? CriticalFrom, string? ByWhatHappened, DateTimeOffset? PausedAt, double? Delay, int Held);
}
