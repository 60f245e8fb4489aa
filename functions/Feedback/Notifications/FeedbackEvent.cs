namespace Feedback.Notifications;

/// <summary>One event about a mail, independent of the format and wrapping in which it arrived.</summary>
/// <param name="Kind">The type of the event.</param>
/// <param name="MessageId">SES's id of the mail. Never the id of the SNS or SQS message, which differs between repeats.</param>
/// <param name="SentAt">When SES accepted the mail, in UTC. Decides the time bucket of both numerator and denominator.</param>
/// <param name="OccurredAt">When the event happened, in UTC; the send time if the event names no time.</param>
/// <param name="FeedbackId">Identifies a bounce or complaint, in either format; null for other events.</param>
/// <param name="ConfigurationSet">The configuration set: at most 64 of <c>[A-Za-z0-9_-]</c>; null if the event names none.</param>
/// <param name="AttributionSource">Where <paramref name="ConfigurationSet"/> was found.</param>
/// <param name="IdentityArn">The identity from which the mail was sent.</param>
/// <param name="SendingAccountId">The account that sent the mail. It need not own the identity.</param>
/// <param name="TenantName">The SES tenant for which the mail was sent, if any.</param>
/// <param name="Recipients">The recipients: at least one, each once, without mailbox-simulator addresses.</param>
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
    IReadOnlyList<RecipientEvidence> Recipients)
{
    /// <summary>
    /// The Region that sent the mail: that of the identity, since SES sends from identities of its own Region only. Null if it is unknown.
    /// </summary>
    public string? Region { get; init; } = IdentityArn?.Split(':') is [_, _, "ses", { Length: > 0 } region, ..] ? region : null;
}
