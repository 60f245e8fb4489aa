using Feedback.Cli.Commands;

namespace Feedback.Cli.Report;

/// <summary>One entity over the period of a report.</summary>
internal sealed record SetReport
{
    public required SetSummary Summary { get; init; }

    public required IReadOnlyList<SignalReport> Signals { get; init; }

    public required VolumeSeries Volume { get; init; }

    /// <summary>The history within the period, oldest first.</summary>
    public required IReadOnlyList<HistoryDocument> Transitions { get; init; }

    /// <summary>Whether the history has more entries than were read, so that the oldest transitions and pauses may be missing.</summary>
    public required bool HistoryIsCut { get; init; }

    public required IReadOnlyList<PauseReport> Pauses { get; init; }

    public required EventSample Events { get; init; }
}
