namespace Feedback.Notifications;

/// <summary>One bounce, complaint or delivery, whichever format and wrapping it came in.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="MessageId">SES's id of the mail; never the id of the SNS or SQS message, which differs between repeats.</param>
/// <param name="SentAt">When SES accepted the mail, in UTC: the time bucket of numerator and denominator alike.</param>
/// <param name="OccurredAt">When the event happened, in UTC; the send time if the event does not say.</param>
/// <param name="FeedbackId">The identity of a bounce or complaint in either format; null on deliveries.</param>
/// <param name="ConfigurationSet">At most 64 of <c>[A-Za-z0-9_-]</c>; null if nothing in the event names it.</param>
/// <param name="AttributionSource">How <paramref name="ConfigurationSet"/> is known.</param>
/// <param name="IdentityArn">The identity it was sent from.</param>
/// <param name="SendingAccountId">The account that sent, which need not own the identity.</param>
/// <param name="TenantName">The SES tenant it was sent for, if any.</param>
/// <param name="Recipients">At least one, each recipient once, mailbox-simulator addresses left out.</param>
internal sealed record FeedbackEvent(
    FeedbackKind Kind,
    string MessageId,
    DateTimeOffset SentAt,
    DateTimeOffset OccurredAt,
    string? FeedbackId,
    string? ConfigurationSet,
    AttributionSource AttributionSource,
    string? IdentityArn,
    string? SendingAccountId,
    string? TenantName,
    IReadOnlyList<RecipientEvidence> Recipients);
