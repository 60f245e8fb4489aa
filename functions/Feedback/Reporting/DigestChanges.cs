using Feedback.Deciding;

namespace Feedback.Reporting;

/// <summary>Picks the changes that a digest names.</summary>
internal static class DigestChanges
{
    /// <summary>What a reader must not miss, the most important first. Everything else comes after it.</summary>
    private static readonly AlertKind[] Important =
    [
        AlertKind.PauseFailing,
        AlertKind.Paused,
        AlertKind.PausedByOperator,
        AlertKind.Resumed,
        AlertKind.Critical,
        AlertKind.AlreadyPaused,
        AlertKind.Held,
        AlertKind.Warning,
    ];

    /// <summary>The most important ones, oldest first.</summary>
    internal static IReadOnlyList<HistoryEntry> ToName(IEnumerable<HistoryEntry> changes) =>
    [
        .. changes
            .OrderBy(Importance)
            .ThenBy(change => change.At)
            .Take(DigestFacts.MostChanges)
            .OrderBy(change => change.At)
            .ThenBy(change => change.Entity.Key, StringComparer.Ordinal)
            .ThenBy(change => change.Version),
    ];

    private static int Importance(HistoryEntry change) =>
        Enum.TryParse<AlertKind>(change.What, out var kind) && Array.IndexOf(Important, kind) is >= 0 and var place ? place : Important.Length;
}
