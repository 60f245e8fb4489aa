using Feedback.Reputation;

namespace Feedback.Outcomes;

/// <summary>Reads the ledger.</summary>
internal interface IOutcomeReader
{
    /// <summary>Returns every outcome of one recipient, read consistently.</summary>
    Task<IReadOnlyList<Outcome>> OfRecipientAsync(string recipientHash, CancellationToken cancellationToken);

    /// <summary>Returns an entity's latest hard bounces and complaints, newest first. The index it reads may be a moment behind the ledger.</summary>
    Task<IReadOnlyList<ReputationEvent>> LatestEventsAsync(ReputationEntity entity, int limit, CancellationToken cancellationToken);
}
