using Feedback.Outcomes;
using Feedback.Suppression;
using Microsoft.Extensions.Logging;

namespace Feedback.Recording;

/// <summary>Records each observation exactly once, also while other processes record the same ones.</summary>
internal sealed class OutcomeRecorder(ILedgerWriter ledger, SuppressionTerms terms, TimeProvider time, ILogger<OutcomeRecorder> logger)
{
    /// <summary>
    /// How often a transaction may find its items changed. Each time another process has recorded something of the same outcomes, which can't
    /// go on for long; so more than this is an error of ours.
    /// </summary>
    internal const int MostStale = 20;

    /// <summary>
    /// Records one transaction after the other and returns what was recorded. Observations of a transaction that fails, or that
    /// <paramref name="cancellationToken"/> leaves no time for, are missing from the result. The other transactions are not affected.
    /// </summary>
    internal async Task<RecordingResult> RecordAsync(IEnumerable<Observation> observations, CancellationToken cancellationToken)
    {
        var recorded = new RecordingResult();
        foreach (var transaction in LedgerTransactionPacker.Pack(observations))
        {
            if (cancellationToken.IsCancellationRequested)
            {
                break;
            }

            await RecordTransactionAsync(transaction, recorded, cancellationToken);
        }

        return recorded;
    }

    private async Task RecordTransactionAsync(IReadOnlyList<Observation> transaction, RecordingResult recorded, CancellationToken cancellationToken)
    {
        try
        {
            var builder = new LedgerTransactionBuilder(transaction, terms);
            if (await WriteAsync(builder, recorded, cancellationToken) is { } refused)
            {
                await RecordHalvesAsync(transaction, refused, recorded, cancellationToken);
                return;
            }

            recorded.Add(builder);
        }
        catch (Exception exception)
        {
            // Boundary of one transaction: its messages stay in the queue, and the other transactions are still recorded.
            Log.TransactionFailed(logger, exception, transaction.Count);
        }
    }

    /// <returns>Null once the transaction is written; otherwise why it can't be written as it is.</returns>
    private async Task<LedgerTransactionResult.Refused?> WriteAsync(
        LedgerTransactionBuilder builder,
        RecordingResult recorded,
        CancellationToken cancellationToken)
    {
        var (busy, stale) = (0, 0);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var transaction = builder.Build();
            if (transaction.Actions == 0)
            {
                return null;
            }

            if (transaction.Actions > LedgerTransaction.MaximumActions)
            {
                return new LedgerTransactionResult.Refused(new InvalidOperationException("The transaction has more actions than DynamoDB takes."));
            }

            switch (await ledger.WriteAsync(transaction, cancellationToken))
            {
                case LedgerTransactionResult.Written:
                    recorded.AddWritten(transaction);
                    return null;
                case LedgerTransactionResult.Refused refused:
                    return refused;
                case LedgerTransactionResult.Stale changed:
                    builder.Learn(changed);
                    await LearnedAsync(++stale, cancellationToken);
                    break;
                default:
                    await Backoff.WaitAsync(busy++, time, cancellationToken);
                    break;
            }
        }
    }

    /// <summary>What was learned the first time is nearly always enough, so the second try doesn't wait.</summary>
    private async Task LearnedAsync(int stale, CancellationToken cancellationToken)
    {
        if (stale >= MostStale)
        {
            throw new InvalidOperationException("The stored items of a transaction were never as they had just been read.");
        }

        if (stale > 1)
        {
            await Backoff.WaitAsync(stale, time, cancellationToken);
        }
    }

    /// <summary>Goes on with halves, down to the one outcome that can't be recorded, so that the others are.</summary>
    private async Task RecordHalvesAsync(
        IReadOnlyList<Observation> transaction,
        LedgerTransactionResult.Refused refused,
        RecordingResult recorded,
        CancellationToken cancellationToken)
    {
        var outcomes = transaction.GroupBy(o => o.Key).ToList();
        if (outcomes.Count == 1)
        {
            Log.OutcomeRefused(logger, refused.Reason, outcomes[0].Key.MessageId, outcomes[0].Key.RecipientHash);
            return;
        }

        foreach (var half in outcomes.Chunk((outcomes.Count + 1) / 2))
        {
            await RecordTransactionAsync([.. half.SelectMany(outcome => outcome)], recorded, cancellationToken);
        }
    }
}
