using Feedback.Reputation;

namespace Feedback.Deciding.Lag;

/// <summary>The events behind an entity's counters.</summary>
internal interface ICountedEvents
{
    /// <summary>Returns the latest hard bounces and complaints, newest first. The index it reads may be a moment behind the ledger.</summary>
    /// <param name="entity">The entity. Those of an account are the events of its sets.</param>
    /// <param name="limit">The most outcomes to read.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<IReadOnlyList<CountedEvent>> LatestAsync(ReputationEntity entity, int limit, CancellationToken cancellationToken);
}
