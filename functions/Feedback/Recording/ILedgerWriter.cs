namespace Feedback.Recording;

/// <summary>Writes ledger transactions.</summary>
internal interface ILedgerWriter
{
    /// <summary>Writes all of the transaction or none of it. Each item is conditional on the version before it.</summary>
    Task<LedgerTransactionResult> WriteAsync(LedgerTransaction transaction, CancellationToken cancellationToken);
}
