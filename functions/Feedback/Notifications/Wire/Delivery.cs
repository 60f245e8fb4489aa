namespace Feedback.Notifications.Wire;

/// <summary>The <c>delivery</c> object.</summary>
internal static class Delivery
{
    internal static EventDetails Read(JsonField delivery)
    {
        JsonField recipients = new("delivery", "recipients"u8), timestamp = new("delivery", "timestamp"u8);
        for (var fields = delivery.Object(); fields.Next();)
        {
            _ = fields.Take(ref recipients) || fields.Take(ref timestamp);
        }

        var set = new RecipientSet();
        for (var list = recipients.Array(); list.Next();)
        {
            set.Add(list.Current.Address(), Evidence.Delivered, "Delivery");
        }

        return EventDetails.Of(FeedbackKind.Delivery, timestamp.OptionalTimestamp(), feedbackId: null, set.ToArray(recipients));
    }
}
