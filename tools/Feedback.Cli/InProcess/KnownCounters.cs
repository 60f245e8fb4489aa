using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Cli.InProcess;

/// <summary>
/// Keeps what was read of the counters and adds what is written. A run is the only writer of its database, so nothing of it has to be
/// read twice: a week of a set's counters is thousands of items, and each simulated minute would read them.
/// </summary>
internal sealed class KnownCounters(IOutcomeStore outcomes, ICounterStore counters) : IOutcomeStore, ICounterStore
{
    private readonly Dictionary<Subject, BucketSums> _known = [];

    public async Task<ChunkResult> WriteAsync(Chunk chunk, CancellationToken cancellation)
    {
        var result = await outcomes.WriteAsync(chunk, cancellation);
        if (result is ChunkResult.Written)
        {
            foreach (var delta in chunk.Deltas)
                _known.GetValueOrDefault(delta.Subject)?.Add(delta.Bucket, delta.Tally);
        }

        return result;
    }

    public async Task<IReadOnlyList<(Bucket Bucket, Tally Tally)>> ReadAsync(Subject subject, DateTimeOffset from, CancellationToken cancellation)
    {
        if (!_known.TryGetValue(subject, out var sums))
            _known[subject] = sums = await LoadAsync(subject, cancellation);
        return sums.From(from);
    }

    /// <summary>The subjects whose counters in the database are not what was added up here; there must be none.</summary>
    public async Task<IReadOnlyList<Subject>> DifferencesAsync(CancellationToken cancellation)
    {
        var different = new List<Subject>();
        foreach (var (subject, sums) in _known)
        {
            if (!(await LoadAsync(subject, cancellation)).From(DateTimeOffset.MinValue).SequenceEqual(sums.From(DateTimeOffset.MinValue)))
                different.Add(subject);
        }

        return different;
    }

    public Task<IReadOnlyList<Outcome>> OfRecipientAsync(string recipientHash, CancellationToken cancellation) =>
        outcomes.OfRecipientAsync(recipientHash, cancellation);

    public Task<IReadOnlyList<Harm>> LatestHarmAsync(Subject subject, int limit, CancellationToken cancellation) =>
        outcomes.LatestHarmAsync(subject, limit, cancellation);

    private async Task<BucketSums> LoadAsync(Subject subject, CancellationToken cancellation)
    {
        var sums = new BucketSums();
        foreach (var (bucket, tally) in await counters.ReadAsync(subject, DateTimeOffset.MinValue, cancellation))
            sums.Add(bucket, tally);
        return sums;
    }
}
