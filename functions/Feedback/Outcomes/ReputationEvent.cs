using Feedback.Notifications;

namespace Feedback.Outcomes;

/// <summary>The details of a hard bounce or complaint that alerts show. They hold the recipient's domain and never the address.</summary>
/// <param name="OccurredAt">The time of the bounce or complaint itself.</param>
/// <param name="Subtype">Such as <c>Permanent/General</c> or <c>Complaint/abuse</c>.</param>
/// <param name="Domain">The recipient's domain.</param>
/// <param name="FeedbackId">SES's id of the notification; null if it has none.</param>
internal sealed record ReputationEvent(DateTimeOffset OccurredAt, string Subtype, string Domain, string? FeedbackId)
{
    private const Evidence Counted = Evidence.HardBounced | Evidence.Complained;

    internal static ReputationEvent? Of(Observation seen) =>
        (seen.Evidence & Counted) == Evidence.None
            ? null
            : new ReputationEvent(seen.OccurredAt, seen.Subtype, seen.Recipient.Domain, seen.FeedbackId);

    /// <summary>Returns the later event. A tie goes to the ordinally larger subtype and feedback id, so that the order of arrival makes no difference.</summary>
    internal static ReputationEvent? Later(ReputationEvent? one, ReputationEvent? other)
    {
        if (one is null || other is null)
        {
            return one ?? other;
        }

        return (one.OccurredAt, one.Subtype, one.FeedbackId).CompareTo((other.OccurredAt, other.Subtype, other.FeedbackId)) >= 0 ? one : other;
    }
}
