using Feedback.Notifications;

namespace Feedback.Outcomes;

/// <summary>The ledger's item: everything proved so far about one recipient of one message.</summary>
/// <param name="Key">Recipient hash and SES message id.</param>
/// <param name="Evidence">Bits only ever add up.</param>
/// <param name="Attribution">Whom it is counted for.</param>
/// <param name="SentAt">mail.timestamp of the first notification: it fixes the counters' bucket for good.</param>
/// <param name="DeliveredAt">When the delivery (or the complaint that proves it) happened; null if none is known.</param>
/// <param name="SoftBouncedAt">When it bounced softly towards the limit; null if it did not.</param>
/// <param name="ReputationEvent">What the hard bounce or complaint looked like; null for anything else.</param>
/// <param name="Version">Grows by one with each write; the next write is conditional on it.</param>
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
