using Feedback.Deciding;

namespace Feedback.Cli.Report;

/// <summary>Finds the times at which the rates of an entity started afresh: its resumes.</summary>
internal static class CountingResets
{
    /// <param name="state">The state now. It has the exact time of the latest resume.</param>
    /// <param name="oldestFirst">The history.</param>
    public static IReadOnlyList<DateTimeOffset> Of(EntityState state, IReadOnlyList<HistoryEntry> oldestFirst)
    {
        var pauses = PauseReport.All(oldestFirst).Where(pause => pause.To is not null).ToList();
        var resets = oldestFirst
            .Where(entry => entry.What == nameof(AlertKind.Resumed) && entry.At != state.ResumedAt)
            .Select(entry => Resumption.CountFrom(pauses.Find(pause => pause.To == entry.At)?.From, entry.At));
        return [.. (state.CountFrom is { } latest ? resets.Append(latest) : resets).Order()];
    }
}
