using Feedback.Outcomes;

namespace Feedback.Sending;

/// <summary>The state items of the reputation table.</summary>
internal interface IStateStore
{
    /// <summary>Read consistently; a new state at version 0 where there is none.</summary>
    Task<SubjectState> GetAsync(Subject subject, CancellationToken cancellation);

    Task<IReadOnlyList<SubjectState>> AllAsync(CancellationToken cancellation);

    /// <summary>
    /// Writes <paramref name="next"/> if the table still holds the version before it, and with it the history entry. False, and nothing
    /// written, if somebody else was first.
    /// </summary>
    Task<bool> TryMoveAsync(SubjectState next, HistoryEntry? history, CancellationToken cancellation);

    /// <summary>A subject's history, newest first.</summary>
    Task<IReadOnlyList<HistoryEntry>> HistoryAsync(Subject subject, int limit, CancellationToken cancellation);
}
