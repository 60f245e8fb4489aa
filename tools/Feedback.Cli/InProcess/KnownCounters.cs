using System.Collections.Concurrent;
using Feedback.Recording;
using Feedback.Reputation;

namespace Feedback.Cli.InProcess;

/// <summary>
/// Caches the counters that were read and adds what is written. A run is the only writer of its database, so no counter has to be
/// read twice: a week of a set's counters is thousands of items, and each simulated minute would read them.
/// </summary>
internal sealed class KnownCounters(ILedgerWriter ledger, ICounterStore counters) : ILedgerWriter, ICounterStore
{
    private readonly ConcurrentDictionary<ReputationEntity, BucketSums> _known = [];

    public async Task<LedgerTransactionResult> WriteAsync(LedgerTransaction transaction, CancellationToken cancellationToken)
    {
        var result = await ledger.WriteAsync(transaction, cancellationToken);
        if (result is LedgerTransactionResult.Written)
        {
            foreach (var delta in transaction.Deltas)
            {
                _known.GetValueOrDefault(delta.Entity)?.Add(delta.Bucket, delta.Tally);
            }
        }

        return result;
    }

    public async Task<IReadOnlyList<(Bucket Bucket, Tally Tally)>> ReadAsync(ReputationEntity entity, DateTimeOffset from, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(entity, out var sums))
        {
            _known[entity] = sums = await LoadAsync(entity, cancellationToken);
        }

        return sums.From(from);
    }

    public Task<bool> MailsSeveralDomainsAsync(ReputationEntity entity, DateTimeOffset from, CancellationToken cancellationToken) =>
        counters.MailsSeveralDomainsAsync(entity, from, cancellationToken);

    /// <summary>Returns the entities whose counters in the database differ from the sums kept here. There must be none.</summary>
    public async Task<IReadOnlyList<ReputationEntity>> DifferencesAsync(CancellationToken cancellationToken)
    {
        var different = new List<ReputationEntity>();
        foreach (var (entity, sums) in _known)
        {
            if (!(await LoadAsync(entity, cancellationToken)).From(DateTimeOffset.MinValue).SequenceEqual(sums.From(DateTimeOffset.MinValue)))
            {
                different.Add(entity);
            }
        }

        return different;
    }

    private async Task<BucketSums> LoadAsync(ReputationEntity entity, CancellationToken cancellationToken)
    {
        var sums = new BucketSums();
        foreach (var (bucket, tally) in await counters.ReadAsync(entity, DateTimeOffset.MinValue, cancellationToken))
        {
            sums.Add(bucket, tally);
        }

        return sums;
    }
}
