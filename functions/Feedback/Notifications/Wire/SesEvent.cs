namespace Feedback.Notifications.Wire;

/// <summary>SES's own JSON, as event publishing (<c>eventType</c>) and as feedback notification (<c>notificationType</c>).</summary>
internal static class SesEvent
{
    internal static Reading Read(Body body)
    {
        var type = body.EventType.IsPresent ? body.EventType : body.NotificationType;
        if (type.Is("Bounce"))
        {
            return Join(Bounce.Read(body.Bounce), body.Mail);
        }

        if (type.Is("Complaint"))
        {
            return Join(Complaint.Read(body.Complaint), body.Mail);
        }

        if (type.Is("Delivery"))
        {
            return Join(Delivery.Read(body.Delivery), body.Mail);
        }

        return new Reading.Ignored($"SES event {type.Label()}");
    }

    private static Reading Join(Particulars what, JsonField about)
    {
        if (what.Ignored is not null)
        {
            return new Reading.Ignored(what.Ignored);
        }

        var mail = Mail.Read(about);
        return new Reading.Event(new FeedbackEvent(
            what.Kind,
            mail.MessageId,
            mail.SentAt,
            what.OccurredAt ?? mail.SentAt,
            what.FeedbackId,
            mail.ConfigurationSet,
            mail.AttributionSource,
            mail.SourceArn,
            mail.SendingAccountId,
            mail.TenantName,
            what.Recipients));
    }
}
