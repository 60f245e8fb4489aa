namespace Feedback.Notifications.Wire;

/// <summary>
/// A mail that SES accepted and did not send. Its own object (<c>reject</c> or <c>failure</c>) names neither recipients nor a time, so all
/// recipients of the mail are concerned.
/// </summary>
internal static class UnsentMail
{
    internal static EventDetails Read(FeedbackKind kind, Evidence evidence, JsonField mail)
    {
        JsonField destination = new("mail", "destination"u8);
        for (var fields = mail.Object(); fields.Next();)
        {
            _ = fields.Take(ref destination);
        }

        var set = new RecipientSet();
        for (var list = destination.Array(); list.Next();)
        {
            set.Add(list.Current.Address(), evidence, kind.ToString());
        }

        return EventDetails.Of(kind, occurredAt: null, feedbackId: null, set.ToArray(destination));
    }
}
