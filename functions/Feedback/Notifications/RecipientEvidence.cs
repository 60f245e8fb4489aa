namespace Feedback.Notifications;

/// <summary>What an event proves about one recipient.</summary>
/// <param name="Recipient">Unique within an event.</param>
/// <param name="Evidence">Never <see cref="Evidence.None"/>.</param>
/// <param name="Subtype">For people, in SES's words: <c>Permanent/General</c>, <c>Complaint/abuse</c>, <c>Delivery</c>. Bounded, never an address.</param>
internal readonly record struct RecipientEvidence(EmailAddress Recipient, Evidence Evidence, string Subtype);
