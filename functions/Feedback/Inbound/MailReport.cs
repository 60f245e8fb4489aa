using Feedback.Notifications;

namespace Feedback.Inbound;

/// <summary>A bounce, a delay or a complaint that came as mail. Nothing of it is certain: the sender of the mail wrote all of it.</summary>
/// <param name="Kind">The kind of event.</param>
/// <param name="MessageIds">The ids of SES that it names, the surest first; none if the mail it is about did not come from SES.</param>
/// <param name="Recipients">The recipients that it is about.</param>
internal sealed record MailReport(FeedbackKind Kind, IReadOnlyList<string> MessageIds, IReadOnlyList<ReportedRecipient> Recipients);
