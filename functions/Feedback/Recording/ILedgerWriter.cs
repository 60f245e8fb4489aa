namespace Feedback.Recording;

/// <summary>Writes ledger transactions.</summary>
internal interface ILedgerWriter
{
    /// <summary>Writes the whole transaction or nothing. Each outcome and suppression entry is written on condition that the table holds its previous version.</summary>
    Task<LedgerTransactionResult> WriteAsync(LedgerTransaction transaction, CancellationToken cancellationToken);
}
