using Feedback.Reputation;

namespace Feedback.Cli.InProcess;

/// <summary>One entity's counters in memory, by bucket.</summary>
internal sealed class BucketSums
{
    private readonly List<(Bucket Bucket, Tally Tally)> _buckets = [];

    public void Add(Bucket bucket, Tally tally)
    {
        var at = IndexOf(bucket.Start);
        if (at < _buckets.Count && _buckets[at].Bucket == bucket)
        {
            _buckets[at] = (bucket, _buckets[at].Tally + tally);
        }
        else
        {
            _buckets.Insert(at, (bucket, tally));
        }
    }

    public IReadOnlyList<(Bucket Bucket, Tally Tally)> From(DateTimeOffset from)
    {
        var at = IndexOf(from);
        return _buckets.GetRange(at, _buckets.Count - at);
    }

    private int IndexOf(DateTimeOffset start)
    {
        var (low, high) = (0, _buckets.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _buckets[middle].Bucket.Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
