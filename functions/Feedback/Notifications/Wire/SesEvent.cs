namespace Feedback.Notifications.Wire;

/// <summary>SES's own JSON, as event publishing (<c>eventType</c>) and as feedback notification (<c>notificationType</c>).</summary>
internal static class SesEvent
{
    internal static ParsedNotification Read(Body body)
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

        return new ParsedNotification.Ignored($"SES event {type.Label()}");
    }

    private static ParsedNotification Join(EventDetails what, JsonField about)
    {
        if (what.Ignored is not null)
        {
            return new ParsedNotification.Ignored(what.Ignored);
        }

        var mail = Mail.Read(about);
        return new ParsedNotification.Event(new FeedbackEvent(
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
