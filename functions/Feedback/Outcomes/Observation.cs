using Feedback.Notifications;

namespace Feedback.Outcomes;

/// <summary>One recipient's part of one notification: what it proves, ready for the ledger.</summary>
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
