namespace Feedback.Notifications.Wire;

/// <summary>The <c>deliveryDelay</c> object.</summary>
internal static class DeliveryDelay
{
    internal static EventDetails Read(JsonField delay)
    {
        JsonField recipients = new("deliveryDelay", "delayedRecipients"u8), timestamp = new("deliveryDelay", "timestamp"u8);
        JsonField type = new("deliveryDelay", "delayType"u8);
        for (var fields = delay.Object(); fields.Next();)
        {
            _ = fields.Take(ref recipients) || fields.Take(ref timestamp) || fields.Take(ref type);
        }

        var set = new RecipientSet();
        for (var list = recipients.Array(); list.Next();)
        {
            JsonField address = new("deliveryDelay.delayedRecipients", "emailAddress"u8);
            for (var fields = list.Current.Object(); fields.Next();)
            {
                _ = fields.Take(ref address);
            }

            set.Add(address.Address(), Evidence.Delayed, $"DeliveryDelay/{type.Label()}");
        }

        return EventDetails.Of(FeedbackKind.DeliveryDelay, timestamp.OptionalTimestamp(), feedbackId: null, set.ToArray(recipients));
    }
}
