using Feedback.Alerts;
using Feedback.Cli.Status;

namespace Feedback.Cli.Report;

/// <summary>What is known of an entity at the time of the report.</summary>
/// <param name="Entity">The name of the set, <c>account</c> or <c>unattributed</c>.</param>
/// <param name="ConfigurationSet">Null for the account and for unattributed mail.</param>
/// <param name="Level">The level it is at.</param>
/// <param name="Sending">Whether it sends.</param>
/// <param name="PausedBy">Who paused it; null if it is not paused.</param>
/// <param name="Held">Whether a pause or an alarm waits for deliveries to be counted.</param>
/// <param name="Windows">The current rates.</param>
internal sealed record SetSummary(
    string Entity, string? ConfigurationSet, string Level, string Sending, string? PausedBy, bool Held, IReadOnlyList<WindowFacts> Windows)
{
    public static SetSummary Of(EntityStatus status) => new(
        status.State.Entity.Name,
        status.State.Entity.ConfigurationSetName,
        status.State.Level.ToString(),
        status.State.Sending.ToString(),
        status.State.PausedBy?.ToString(),
        status.State.Held,
        [.. status.Now.Tallies.Select(WindowFacts.Of)]);
}
