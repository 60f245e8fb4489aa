using Feedback.Outcomes;
using Microsoft.Extensions.Logging;

namespace Feedback.Recording;

/// <summary>Records each observation exactly once, also while other processes record the same ones.</summary>
internal sealed class OutcomeRecorder(ILedgerWriter ledger, TimeProvider time, ILogger<OutcomeRecorder> logger)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

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
            var builder = new LedgerTransactionBuilder(transaction);
            await WriteAsync(builder, recorded, cancellationToken);
            recorded.Add(builder);
        }
        catch (Exception exception)
        {
            // Boundary of one transaction: its messages stay in the queue, and the other transactions are still recorded.
            Log.TransactionFailed(logger, exception, transaction.Count);
        }
    }

    private async Task WriteAsync(LedgerTransactionBuilder builder, RecordingResult recorded, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var transaction = builder.Build();
            if (transaction.Actions == 0)
            {
                return;
            }

            if (transaction.Actions > LedgerTransaction.MaximumActions)
            {
                await WriteHalvesAsync(builder, recorded, cancellationToken);
                return;
            }

            switch (await ledger.WriteAsync(transaction, cancellationToken))
            {
                case LedgerTransactionResult.Written:
                    recorded.AddRaised(transaction);
                    return;
                case LedgerTransactionResult.Stale stale:
                    builder.Learn(stale);
                    break;
                default:
                    await Task.Delay(Jitter(attempt), time, cancellationToken);
                    break;
            }
        }
    }

    private async Task WriteHalvesAsync(LedgerTransactionBuilder builder, RecordingResult recorded, CancellationToken cancellationToken)
    {
        var outcomes = builder.Observations.GroupBy(o => o.Key).ToList();
        var half = outcomes.Count / 2;
        await WriteAsync(new LedgerTransactionBuilder(outcomes.Take(half).SelectMany(g => g).ToList()), recorded, cancellationToken);
        await WriteAsync(new LedgerTransactionBuilder(outcomes.Skip(half).SelectMany(g => g).ToList()), recorded, cancellationToken);
    }

    /// <summary>Full jitter over a ceiling that doubles from 20 ms, so that writers that conflicted don't conflict again.</summary>
    private static TimeSpan Jitter(int attempt)
    {
        var ceiling = Math.Min(LongestPause.TotalMilliseconds, 20 * Math.Pow(2, Math.Min(attempt, 10)));
        return TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * ceiling);
    }
}
