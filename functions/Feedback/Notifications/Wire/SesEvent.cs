namespace Feedback.Notifications.Wire;

/// <summary>Reads SES's JSON, from event publishing (<c>eventType</c>) or from feedback notifications (<c>notificationType</c>).</summary>
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

        if (type.Is("Reject"))
        {
            return Join(UnsentMail.Read(FeedbackKind.Reject, Evidence.Rejected, body.Mail), body.Mail);
        }

        if (type.Is("Rendering Failure"))
        {
            return Join(UnsentMail.Read(FeedbackKind.RenderingFailure, Evidence.RenderingFailed, body.Mail), body.Mail);
        }

        if (type.Is("DeliveryDelay"))
        {
            return Join(DeliveryDelay.Read(body.DeliveryDelay), body.Mail);
        }

        return new ParsedNotification.Ignored($"SES event {type.Label()}");
    }

    private static ParsedNotification Join(EventDetails details, JsonField mailObject)
    {
        if (details.Ignored is not null)
        {
            return new ParsedNotification.Ignored(details.Ignored);
        }

        var mail = Mail.Read(mailObject);
        return new ParsedNotification.Event(new FeedbackEvent(
            details.Kind,
            mail.MessageId,
            mail.SentAt,
            details.OccurredAt ?? mail.SentAt,
            details.FeedbackId,
            mail.ConfigurationSet,
            mail.AttributionSource,
            mail.SourceArn,
            mail.SendingAccountId,
            mail.TenantName,
            details.Recipients));
    }
}
