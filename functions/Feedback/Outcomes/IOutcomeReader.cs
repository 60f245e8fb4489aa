using Feedback.Reputation;

namespace Feedback.Outcomes;

/// <summary>Reads the ledger.</summary>
internal interface IOutcomeReader
{
    /// <summary>Returns one outcome, read consistently; null if there is none.</summary>
    Task<Outcome?> FindAsync(OutcomeKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Returns every outcome of one recipient in no particular order, read consistently and page by page: a recipient may have more of them
    /// than fit into memory.
    /// </summary>
    IAsyncEnumerable<Outcome> OfRecipientAsync(string recipientHash, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the outcomes with an entity's latest hard bounces and complaints, newest first. The index it reads may be a moment behind the
    /// ledger.
    /// </summary>
    Task<IReadOnlyList<Outcome>> LatestEventsAsync(ReputationEntity entity, int limit, CancellationToken cancellationToken);
}
