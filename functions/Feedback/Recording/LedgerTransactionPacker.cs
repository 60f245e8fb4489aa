using Feedback.Outcomes;
using Feedback.Reputation;
using Feedback.Suppression;

namespace Feedback.Recording;

/// <summary>Packs observations into as few transactions as DynamoDB's limit of actions allows.</summary>
internal static class LedgerTransactionPacker
{
    /// <summary>
    /// Sorts observations by entity and send time, so that a transaction changes few counters. Observations of one outcome stay together, since
    /// a transaction may write an item only once. The sizes assume new items; the recorder halves a transaction that turns out larger.
    /// </summary>
    internal static IEnumerable<IReadOnlyList<Observation>> Pack(IEnumerable<Observation> observations)
    {
        var transaction = new List<Observation>();
        var items = new HashSet<object>();
        var outcomes = observations
            .GroupBy(o => o.Key)
            .OrderBy(g => g.First().Attribution.Entity.Key, StringComparer.Ordinal)
            .ThenBy(g => g.First().SentAt);
        foreach (var outcome in outcomes)
        {
            var needed = outcome.SelectMany(Items).ToHashSet();
            needed.ExceptWith(items);
            if (items.Count + needed.Count > LedgerTransaction.MaximumActions)
            {
                yield return transaction;
                transaction = [];
                items.Clear();
                needed = outcome.SelectMany(Items).ToHashSet();
            }

            transaction.AddRange(outcome);
            items.UnionWith(needed);
        }

        if (transaction.Count > 0)
        {
            yield return transaction;
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
            yield return (observation.Attribution.Entity, CounterDelta.HourOf(observation.SentAt));
            yield return (observation.Attribution.Account, CounterDelta.HourOf(observation.SentAt));
        }
    }
}
