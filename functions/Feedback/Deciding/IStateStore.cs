using Feedback.Reputation;

namespace Feedback.Deciding;

/// <summary>The states and the history of the reputation table.</summary>
internal interface IStateStore
{
    /// <summary>Returns an entity's state, read consistently; a new one at version 0 if the table has none.</summary>
    Task<EntityState> GetAsync(ReputationEntity entity, CancellationToken cancellationToken);

    /// <summary>Returns those of the states that exist and can be read.</summary>
    Task<IReadOnlyList<EntityState>> FindAsync(IReadOnlyCollection<ReputationEntity> entities, CancellationToken cancellationToken);

    /// <summary>Returns all states that can be read. For people; nothing that runs by itself reads all of them.</summary>
    Task<IReadOnlyList<EntityState>> AllAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Writes <paramref name="next"/>, and the history entry with it, if the table still holds the version before it. Returns false, and
    /// writes nothing, if another process has changed the state since it was read.
    /// </summary>
    Task<bool> TryMoveAsync(EntityState next, HistoryEntry? history, CancellationToken cancellationToken);

    /// <summary>Adds an entry for a change that leaves the state as it is.</summary>
    Task AddHistoryAsync(HistoryEntry entry, CancellationToken cancellationToken);

    /// <summary>Returns an entity's history, newest first.</summary>
    Task<IReadOnlyList<HistoryEntry>> HistoryAsync(ReputationEntity entity, int limit, CancellationToken cancellationToken);
}
