using Feedback.Notifications;
using Feedback.Reputation;
using Feedback.Suppression;

namespace Feedback.Outcomes;

/// <summary>Packs observations into as few transactions as DynamoDB's limit of actions allows.</summary>
internal static class ChunkPlan
{
    /// <summary>
    /// Neighbours share subject and bucket, so that a chunk needs few counters; observations of one outcome stay together, since a
    /// transaction may touch an item once. The estimate assumes new items; a chunk that turns out larger is halved by the recorder.
    /// </summary>
    internal static IEnumerable<IReadOnlyList<Observation>> Pack(IEnumerable<Observation> observations)
    {
        var chunk = new List<Observation>();
        var items = new HashSet<object>();
        var outcomes = observations
            .GroupBy(o => o.Key)
            .OrderBy(g => g.First().Attribution.Subject.Key, StringComparer.Ordinal)
            .ThenBy(g => Bucket.Of(g.First().SentAt).Start);
        foreach (var outcome in outcomes)
        {
            var needed = outcome.SelectMany(Items).ToHashSet();
            needed.ExceptWith(items);
            if (chunk.Count > 0 && items.Count + needed.Count > Chunk.MaximumActions)
            {
                yield return chunk;
                chunk = [];
                items.Clear();
                needed = outcome.SelectMany(Items).ToHashSet();
            }

            chunk.AddRange(outcome);
            items.UnionWith(needed);
        }

        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }

    private static IEnumerable<object> Items(Observation observation)
    {
        yield return observation.Key;
        if (SuppressionReasons.Of(observation.Evidence).Any())
        {
            yield return observation.Recipient;
        }

        if (observation.Attribution.Counted && Tally.Of(observation.Evidence) != Tally.Zero)
        {
            yield return (observation.Attribution.Subject, Bucket.Of(observation.SentAt));
            yield return (Subject.Account, Bucket.Of(observation.SentAt));
        }
    }
}
