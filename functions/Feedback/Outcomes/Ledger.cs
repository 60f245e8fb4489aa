using Feedback.Notifications;
using Feedback.Reputation;

namespace Feedback.Outcomes;

/// <summary>
/// Decides what an observation changes. An outcome's contribution to the counters follows from its item alone, so a change of the item
/// changes the counters by the difference of two contributions: a duplicate changes nothing, and an outcome that moves to the set named by
/// a later notification takes its counts along.
/// </summary>
internal static class Ledger
{
    /// <summary>
    /// Returns the outcome with the observation in it, which equals <paramref name="seen"/> if the observation says nothing new. The version
    /// stays as it is.
    /// </summary>
    internal static Outcome Record(Outcome? seen, Observation observation) => seen is null ? First(observation) : Merge(seen, observation);

    /// <summary>Returns what the change of an outcome is worth to the counters.</summary>
    /// <param name="before">The outcome as it was; null for none.</param>
    /// <param name="after">The outcome as it is to be stored.</param>
    internal static IReadOnlyList<CounterDelta> Difference(Outcome? before, Outcome after)
    {
        var bucket = Bucket.Of(after.SentAt);
        return Contribution(after)
            .Concat(before is null ? [] : Contribution(before).Select(c => (c.Entity, Tally: -c.Tally)))
            .GroupBy(c => c.Entity, c => c.Tally)
            .Select(g => new CounterDelta(g.Key, bucket, g.Aggregate(Tally.Zero, (sum, tally) => sum + tally)))
            .Where(delta => delta.Tally != Tally.Zero)
            .ToList();
    }

    private static Outcome First(Observation observation) => new(
        observation.Key,
        observation.Evidence,
        observation.Attribution,
        observation.SentAt,
        When(observation, Evidence.Delivered),
        When(observation, Evidence.TowardsSoftBounceLimit),
        ReputationEvent.Of(observation),
        Version: 0);

    private static Outcome Merge(Outcome seen, Observation observation) => seen with
    {
        Evidence = seen.Evidence | observation.Evidence,
        Attribution = seen.Attribution.Or(observation.Attribution),
        DeliveredAt = Earlier(seen.DeliveredAt, When(observation, Evidence.Delivered)),
        SoftBouncedAt = Earlier(seen.SoftBouncedAt, When(observation, Evidence.TowardsSoftBounceLimit)),
        ReputationEvent = ReputationEvent.Later(seen.ReputationEvent, ReputationEvent.Of(observation)),
    };

    private static DateTimeOffset? When(Observation observation, Evidence bit) =>
        observation.Evidence.HasFlag(bit) ? observation.OccurredAt : null;

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other < one ? other ?? one : one;

    private static IEnumerable<(ReputationEntity Entity, Tally Tally)> Contribution(Outcome outcome)
    {
        if (!outcome.Attribution.Counted)
        {
            return [];
        }

        var tally = Tally.Of(outcome.Evidence);
        return [(outcome.Attribution.Entity, tally), (outcome.Attribution.Account, tally)];
    }
}
