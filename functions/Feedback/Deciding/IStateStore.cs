using Feedback.Reputation;

namespace Feedback.Deciding;

/// <summary>The state items of the reputation table.</summary>
internal interface IStateStore
{
    /// <summary>Read consistently; a new state at version 0 where there is none.</summary>
    Task<EntityState> GetAsync(ReputationEntity entity, CancellationToken cancellationToken);

    Task<IReadOnlyList<EntityState>> AllAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Writes <paramref name="next"/> if the table still holds the version before it, and with it the history entry. False, and nothing
    /// written, if somebody else was first.
    /// </summary>
    Task<bool> TryMoveAsync(EntityState next, HistoryEntry? history, CancellationToken cancellationToken);

    /// <summary>An entity's history, newest first.</summary>
    Task<IReadOnlyList<HistoryEntry>> HistoryAsync(ReputationEntity entity, int limit, CancellationToken cancellationToken);
}
