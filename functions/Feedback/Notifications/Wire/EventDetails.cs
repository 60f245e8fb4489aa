namespace Feedback.Notifications.Wire;

/// <summary>What the <c>bounce</c>, <c>complaint</c> or <c>delivery</c> object says.</summary>
/// <param name="Kind">Which of the three it is.</param>
/// <param name="OccurredAt">Null if it does not say.</param>
/// <param name="FeedbackId">Null on deliveries.</param>
/// <param name="Recipients">Empty if <paramref name="Ignored"/> says why.</param>
/// <param name="Ignored">Why there is nothing to record; null if there is.</param>
internal readonly record struct EventDetails(
    FeedbackKind Kind,
    DateTimeOffset? OccurredAt,
    string? FeedbackId,
    RecipientEvidence[] Recipients,
    string? Ignored)
{
    internal static EventDetails Of(FeedbackKind kind, DateTimeOffset? occurredAt, string? feedbackId, RecipientEvidence[] recipients) =>
        new(kind, occurredAt, feedbackId, recipients, recipients.Length == 0 ? "only mailbox-simulator recipients" : null);

    internal static EventDetails Nothing(FeedbackKind kind, string why) => new(kind, null, null, [], why);
}
