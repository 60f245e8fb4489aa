using Feedback.Reputation;

namespace Feedback.Outcomes;

/// <summary>The index of the ledger that holds only hard bounces and complaints.</summary>
internal interface IEventIndex
{
    /// <summary>
    /// Returns outcomes with hard bounces and complaints of an entity that happened at or after <paramref name="from"/> and before
    /// <paramref name="until"/>, the latest first. The index may be a moment behind the ledger.
    /// </summary>
    Task<IReadOnlyList<Outcome>> EventsAsync(
        ReputationEntity entity, DateTimeOffset from, DateTimeOffset until, int limit, CancellationToken cancellationToken);
}
