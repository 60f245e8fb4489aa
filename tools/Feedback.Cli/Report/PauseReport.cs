using Feedback.Deciding;

namespace Feedback.Cli.Report;

/// <summary>A time in which SES did not send for an entity.</summary>
/// <param name="From">When SES confirmed the pause.</param>
/// <param name="To">When sending was enabled again; null if it is still paused.</param>
/// <param name="PausedBy">Who or what paused it.</param>
/// <param name="Why">The rate behind the pause, or the reason given.</param>
/// <param name="ResumedBy">Who resumed it; null if it is still paused.</param>
internal sealed record PauseReport(DateTimeOffset From, DateTimeOffset? To, string PausedBy, string Why, string? ResumedBy)
{
    /// <summary>Returns the pauses of a history that reach into the period, oldest first.</summary>
    public static IReadOnlyList<PauseReport> In(ReportPeriod period, IReadOnlyList<HistoryEntry> oldestFirst) =>
        [.. All(oldestFirst).Where(pause => pause.From <= period.To && (pause.To is null || pause.To >= period.From))];

    /// <summary>Returns all pauses of a history.</summary>
    public static IEnumerable<PauseReport> All(IReadOnlyList<HistoryEntry> oldestFirst)
    {
        PauseReport? open = null;
        foreach (var entry in oldestFirst)
        {
            if (open is null && entry.Sending == nameof(SendingStatus.Paused))
            {
                open = new PauseReport(entry.At, null, entry.Actor.Name, entry.Evidence, null);
            }
            else if (open is not null && entry.Sending == nameof(SendingStatus.Enabled))
            {
                yield return open with { To = entry.At, ResumedBy = entry.Actor.Name };
                open = null;
            }
        }

        if (open is not null)
        {
            yield return open;
        }
    }
}
