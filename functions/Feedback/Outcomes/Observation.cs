using Feedback.Notifications;
using Feedback.Reputation;

namespace Feedback.Outcomes;

/// <summary>What one notification proves about one recipient, with the attribution that the ledger needs.</summary>
/// <param name="Key">The outcome that it is about.</param>
/// <param name="Recipient">The recipient.</param>
/// <param name="Evidence">What it proves.</param>
/// <param name="Attribution">The configuration set it counts for.</param>
/// <param name="SentAt">When SES accepted the mail.</param>
/// <param name="OccurredAt">When the event happened.</param>
/// <param name="Subtype">The kind of event in SES's terms.</param>
/// <param name="FeedbackId">SES's id of the notification; null if it has none.</param>
/// <param name="Diagnostic">What the receiving server said of a bounce, shortened and without addresses; null if it said nothing.</param>
/// <param name="ComplaintScope">Where a complaint suppresses, by the policy that applied when the notification was read.</param>
internal sealed record Observation(
    OutcomeKey Key,
    EmailAddress Recipient,
    Evidence Evidence,
    Attribution Attribution,
    DateTimeOffset SentAt,
    DateTimeOffset OccurredAt,
    string Subtype,
    string? FeedbackId,
    string? Diagnostic = null,
    ComplaintScope ComplaintScope = ComplaintScope.Everywhere)
{
    /// <summary>How far an event may be dated ahead of our clock. SES's clocks are right, so more than this is an error in the event.</summary>
    internal static readonly TimeSpan MaximumLead = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Returns one observation for each recipient. Times further ahead than <see cref="MaximumLead"/> become <paramref name="now"/>: a
    /// counter dated in the future would be in every window until its time comes, or in none.
    /// </summary>
    internal static IEnumerable<Observation> Of(
        FeedbackEvent feedback, Attribution attribution, DateTimeOffset now, ComplaintScope complaintScope = ComplaintScope.Everywhere) =>
        feedback.Recipients.Select(recipient => new Observation(
            new OutcomeKey(recipient.Recipient.Hash, Message(feedback)),
            recipient.Recipient,
            recipient.Evidence,
            attribution,
            NotAhead(feedback.SentAt, now),
            NotAhead(feedback.OccurredAt, now),
            recipient.Subtype,
            feedback.FeedbackId,
            recipient.Diagnostic,
            complaintScope));

    /// <summary>
    /// A delay is an outcome of its own. As part of that of the mail, it would be there already when the delivery is recorded, and cancel the
    /// transaction that assumes a new item, with a hundred deliveries of other mail.
    /// </summary>
    private static string Message(FeedbackEvent feedback) =>
        feedback.Kind == FeedbackKind.DeliveryDelay ? feedback.MessageId + OutcomeKey.Delay : feedback.MessageId;

    private static DateTimeOffset NotAhead(DateTimeOffset time, DateTimeOffset now) => time > now + MaximumLead ? now : time;
}
