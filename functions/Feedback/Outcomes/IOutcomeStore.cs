namespace Feedback.Outcomes;

/// <summary>The outcomes table, and the one transaction that a chunk is.</summary>
internal interface IOutcomeStore
{
    /// <summary>Writes all of the chunk or none of it. Each item is conditional on the version before it.</summary>
    Task<ChunkResult> WriteAsync(Chunk chunk, CancellationToken cancellation);

    /// <summary>Everything the ledger holds of one address, read consistently.</summary>
    Task<IReadOnlyList<Outcome>> OfRecipientAsync(string recipientHash, CancellationToken cancellation);

    /// <summary>The latest hard bounces and complaints of a subject, newest first; a moment behind the ledger.</summary>
    Task<IReadOnlyList<Harm>> LatestHarmAsync(Subject subject, int limit, CancellationToken cancellation);
}
