namespace Feedback.Notifications;

/// <summary>What an event proves about one recipient.</summary>
/// <param name="Recipient">Unique within an event.</param>
/// <param name="Evidence">Never <see cref="Evidence.None"/>.</param>
/// <param name="Subtype">
/// The kind of event in SES's terms, for display: <c>Permanent/General</c>, <c>Complaint/abuse</c>, <c>Delivery</c>. Bounded in length,
/// never an address.
/// </param>
/// <param name="Diagnostic">What the receiving server said of a bounce, shortened and without addresses; null if it said nothing.</param>
internal readonly record struct RecipientEvidence(EmailAddress Recipient, Evidence Evidence, string Subtype, string? Diagnostic = null);
