using Feedback.Reputation;

namespace Feedback.Deciding;

/// <summary>
/// The entities that have to be looked at. A process marks an entity before it changes anything that needs an evaluation or a reconciliation,
/// and completes the item afterwards. If the process ends in between, the item becomes due when the mark's lease ends.
/// </summary>
internal interface IWorkList
{
    /// <summary>Marks entities as being worked on for <see cref="EntityState.Lease"/>. An item that was due earlier stays due earlier.</summary>
    Task<IReadOnlyList<WorkItem>> MarkAsync(IReadOnlyCollection<ReputationEntity> entities, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces the item with one that is due at <paramref name="nextDueAt"/>, or deletes it if that is null. Does nothing if the entity was
    /// marked again since: then the process that did so looks after it.
    /// </summary>
    Task CompleteAsync(WorkItem item, DateTimeOffset? nextDueAt, CancellationToken cancellationToken);

    /// <summary>Makes entities due at once that have no item yet.</summary>
    Task AddMissingAsync(IReadOnlyCollection<ReputationEntity> entities, CancellationToken cancellationToken);

    /// <summary>Returns the items that are due, the longest overdue first.</summary>
    Task<IReadOnlyList<WorkItem>> DueAsync(CancellationToken cancellationToken);
}
