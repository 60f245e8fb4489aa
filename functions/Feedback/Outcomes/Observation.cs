using Feedback.Notifications;

namespace Feedback.Outcomes;

/// <summary>What one notification proves about one recipient, with the attribution that the ledger needs.</summary>
internal sealed record Observation(
    OutcomeKey Key,
    EmailAddress Recipient,
    Evidence Evidence,
    Attribution Attribution,
    DateTimeOffset SentAt,
    DateTimeOffset OccurredAt,
    string Subtype,
    string? FeedbackId)
{
    internal static IEnumerable<Observation> Of(FeedbackEvent feedback, Attribution attribution) =>
        feedback.Recipients.Select(recipient => new Observation(
            new OutcomeKey(recipient.Recipient.Hash, feedback.MessageId),
            recipient.Recipient,
            recipient.Evidence,
            attribution,
            feedback.SentAt,
            feedback.OccurredAt,
            recipient.Subtype,
            feedback.FeedbackId));
}
