namespace Feedback.Notifications.Wire;

/// <summary>What an event's own object says, such as <c>bounce</c>.</summary>
/// <param name="Kind">The object that was read.</param>
/// <param name="OccurredAt">Null if the object names no time.</param>
/// <param name="FeedbackId">Null but for bounces and complaints.</param>
/// <param name="Recipients">Empty if the event is ignored.</param>
/// <param name="Ignored">The reason why there is nothing to record; null if there is something.</param>
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
