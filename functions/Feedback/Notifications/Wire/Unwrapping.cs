using System.Buffers;

namespace Feedback.Notifications.Wire;

/// <summary>Removes the wrappings around SES's JSON.</summary>
internal static class Unwrapping
{
    /// <param name="json">A body, or the content of a wrapping.</param>
    /// <param name="opened">The wrappings already removed.</param>
    /// <param name="typeless">The reason to ignore JSON without a type; null if such JSON is an error.</param>
    internal static ParsedNotification Read(ReadOnlySpan<byte> json, Wrappings opened, string? typeless = null)
    {
        if (json.TrimStart(" \t\r\n"u8).StartsWith("Successfully validated SNS topic for Amazon SES"u8))
        {
            return new ParsedNotification.Ignored("SES validated the SNS topic");
        }

        if (json.StartsWith("\ufeff"u8))
        {
            throw new UnreadableException("the body", "starts with a byte order mark");
        }

        var body = Body.Read(json);
        if (body.EventType.IsPresent || body.NotificationType.IsPresent)
        {
            return SesEvent.Read(body);
        }

        if (body.SnsType.IsPresent || body.SnsMessage.IsPresent)
        {
            return OpenSns(body, opened);
        }

        if (body.Detail.IsPresent)
        {
            return OpenEventBridge(body, opened);
        }

        if (body.Records.IsPresent)
        {
            throw body.Records.Wrong("is the list of a Lambda event; the body of one message is expected");
        }

        return typeless is null ? throw body.EventType.Wrong("is missing, and so is notificationType") : new ParsedNotification.Ignored(typeless);
    }

    private static ParsedNotification OpenSns(Body envelope, Wrappings opened)
    {
        // Contains a SubscribeURL. A URL that comes out of a queue must never be fetched, so reading ends here.
        if (envelope.SnsType.Is("SubscriptionConfirmation") || envelope.SnsType.Is("UnsubscribeConfirmation"))
        {
            return new ParsedNotification.Ignored($"SNS {envelope.SnsType.Label()}");
        }

        var once = Once(opened, Wrappings.Sns, envelope.SnsMessage);
        var escaped = envelope.SnsMessage.String();
        var message = ArrayPool<byte>.Shared.Rent(escaped.ValueSpan.Length);
        try
        {
            return Read(message.AsSpan(0, escaped.CopyString(message)), once);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(message);
        }
    }

    private static ParsedNotification OpenEventBridge(Body wrapped, Wrappings opened)
    {
        if (!wrapped.Source.Is("aws.ses"))
        {
            return IsFeedback(wrapped.Detail)
                ? throw wrapped.Source.Wrong("is not aws.ses, although detail is feedback of SES")
                : new ParsedNotification.Ignored("EventBridge event of another source");
        }

        // SES sends more than events of mail over EventBridge, and not all of it names an event type.
        var type = wrapped.DetailType;
        var isFeedback = type.Is("Email Bounced") || type.Is("Email Complaint Received") || type.Is("Email Delivered")
            || type.Is("Email Rejected") || type.Is("Email Rendering Failed") || type.Is("Email Delivery Delayed");
        return Read(
            wrapped.Detail.Required(),
            Once(opened, Wrappings.EventBridge, wrapped.Detail),
            isFeedback ? null : $"EventBridge event {type.Label()}");
    }

    private static bool IsFeedback(JsonField detail)
    {
        if (detail.Required()[0] != (byte)'{')
        {
            return false;
        }

        var content = Body.Read(detail.Required());
        return content.Mail.IsPresent && (content.EventType.IsPresent || content.NotificationType.IsPresent);
    }

    private static Wrappings Once(Wrappings opened, Wrappings wrapping, JsonField field) =>
        opened.HasFlag(wrapping) ? throw field.Wrong("is wrapped twice") : opened | wrapping;
}
