using Feedback.Reputation;

namespace Feedback.Cli.InProcess;

/// <summary>One subject's counters in memory, by bucket.</summary>
internal sealed class BucketSums
{
    private readonly List<(Bucket Bucket, Tally Tally)> buckets = [];

    public void Add(Bucket bucket, Tally tally)
    {
        var at = IndexOf(bucket.Start);
        if (at < buckets.Count && buckets[at].Bucket == bucket)
            buckets[at] = (bucket, buckets[at].Tally + tally);
        else
            buckets.Insert(at, (bucket, tally));
    }

    public IReadOnlyList<(Bucket Bucket, Tally Tally)> From(DateTimeOffset from)
    {
        var at = IndexOf(from);
        return buckets.GetRange(at, buckets.Count - at);
    }

    private int IndexOf(DateTimeOffset start)
    {
        var (low, high) = (0, buckets.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = buckets[middle].Bucket.Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
