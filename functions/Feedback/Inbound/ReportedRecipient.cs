using Feedback.Notifications;

namespace Feedback.Inbound;

/// <summary>What a report says of one recipient.</summary>
/// <param name="Addresses">
/// The addresses that may be the one to which the mail was sent, the surest first: the recipient's server may name another one than we wrote to.
/// </param>
/// <param name="Evidence">What it proves, if the mail is ours.</param>
/// <param name="Subtype">For display, such as <c>ByMail/5.1.1</c>.</param>
/// <param name="Diagnostic">What the receiving server said, shortened and without addresses; null if it said nothing.</param>
internal sealed record ReportedRecipient(IReadOnlyList<EmailAddress> Addresses, Evidence Evidence, string Subtype, string? Diagnostic = null);
