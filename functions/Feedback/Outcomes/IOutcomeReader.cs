using Feedback.Reputation;

namespace Feedback.Outcomes;

/// <summary>Reads the ledger.</summary>
internal interface IOutcomeReader
{
    /// <summary>Everything the ledger holds of one address, read consistently.</summary>
    Task<IReadOnlyList<Outcome>> OfRecipientAsync(string recipientHash, CancellationToken cancellationToken);

    /// <summary>The latest hard bounces and complaints of an entity, newest first; a moment behind the ledger.</summary>
    Task<IReadOnlyList<ReputationEvent>> LatestEventsAsync(ReputationEntity entity, int limit, CancellationToken cancellationToken);
}
