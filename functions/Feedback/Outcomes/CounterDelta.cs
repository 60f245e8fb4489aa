using Feedback.Reputation;

namespace Feedback.Outcomes;

/// <summary>A change of one entity's counters in one bucket. It is negative where an outcome moves to another set.</summary>
/// <param name="Entity">The entity whose counters change.</param>
/// <param name="Bucket">The bucket of the mail's send time.</param>
/// <param name="Tally">The increments.</param>
/// <param name="Domains">Classes of the recipients' domains. They are only ever added.</param>
internal readonly record struct CounterDelta(ReputationEntity Entity, Bucket Bucket, Tally Tally, DomainClasses Domains = default)
{
    /// <summary>The counters of the four buckets of an hour are stored together: they are one write.</summary>
    internal DateTimeOffset Hour => HourOf(Bucket.Start);

    internal static DateTimeOffset HourOf(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
}
