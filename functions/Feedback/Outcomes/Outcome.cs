using Feedback.Notifications;

namespace Feedback.Outcomes;

/// <summary>A ledger item: everything known about the delivery of one message to one recipient.</summary>
/// <param name="Key">Recipient hash and SES message id.</param>
/// <param name="Evidence">Everything observed so far. Bits are only ever added.</param>
/// <param name="Attribution">The configuration set it counts for.</param>
/// <param name="SentAt">The mail.timestamp of the first notification recorded. It decides the counters' bucket and never changes.</param>
/// <param name="DeliveredAt">Time of the delivery, or of the complaint that proves it; null if neither is known.</param>
/// <param name="SoftBouncedAt">Time of the first soft bounce that counts towards the limit; null if there was none.</param>
/// <param name="ReputationEvent">The latest hard bounce or complaint; null if there was none.</param>
/// <param name="Version">Incremented by each write. The next write is conditional on it.</param>
internal sealed record Outcome(
    OutcomeKey Key,
    Evidence Evidence,
    Attribution Attribution,
    DateTimeOffset SentAt,
    DateTimeOffset? DeliveredAt,
    DateTimeOffset? SoftBouncedAt,
    ReputationEvent? ReputationEvent,
    long Version)
{
    internal bool IsSoftBounce =>
        Evidence.HasFlag(Evidence.TowardsSoftBounceLimit) && !Evidence.HasFlag(Evidence.Delivered);
}
