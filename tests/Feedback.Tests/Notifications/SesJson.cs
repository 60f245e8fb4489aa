using System.Text.Json.Nodes;
using Feedback.Notifications;

namespace Feedback.Tests.Notifications;

/// <summary>Builds valid SES JSON for tests to change, and unpacks parse results.</summary>
internal static class SesJson
{
    internal const string MessageId = "0102019a96fbb1a5-6f2f2a0d-7c0a-4b7f-9f0e-2f6a3f1f0a11-000000";
    internal const string FeedbackId = "0102019a96fc3c52-0d2f5f0a-91c1-4a53-8a40-f6f0c1be7a2d-000000";
    internal static readonly DateTimeOffset SentAt = new(2026, 11, 18, 9, 30, 0, 120, TimeSpan.Zero);

    internal static JsonObject Mail() => Parse($$"""
        {
          "timestamp": "2026-11-18T09:30:00.120Z", "messageId": "{{MessageId}}", "source": "news@example.com",
          "sourceArn": "arn:aws:ses:eu-west-1:123456789012:identity/example.com", "sendingAccountId": "123456789012",
          "destination": ["bystander@example.org"], "headersTruncated": false,
          "headers": [{ "name": "Subject", "value": "Offers" }],
          "tags": { "ses:configuration-set": ["marketing"], "ses:tenant-name": ["tenant-a"], "campaign": ["autumn"] }
        }
        """);

    internal static JsonObject Bounce(
        string type = "Permanent",
        string subtype = "General",
        string recipients = """[{ "emailAddress": "ann@example.org", "action": "failed", "status": "5.1.1" }]""") => Parse($$"""
        {
          "eventType": "Bounce",
          "bounce": {
            "bounceType": "{{type}}", "bounceSubType": "{{subtype}}", "bouncedRecipients": {{recipients}},
            "timestamp": "2026-11-18T09:30:02.000Z", "feedbackId": "{{FeedbackId}}", "reportingMTA": "dns; a4-1.smtp-out.eu-west-1.amazonses.com"
          },
          "mail": {{Mail().ToJsonString()}}
        }
        """);

    internal static JsonObject Complaint(
        string? feedbackType = "abuse",
        string? subtype = null,
        string recipients = """[{ "emailAddress": "ann@example.org" }]""") => Parse($$"""
        {
          "eventType": "Complaint",
          "complaint": {
            "complainedRecipients": {{recipients}}, "timestamp": "2026-11-18T11:00:00.000Z", "feedbackId": "{{FeedbackId}}",
            "complaintSubType": {{Quoted(subtype)}}, "complaintFeedbackType": {{Quoted(feedbackType)}}, "arrivalDate": "2026-11-18T10:59:00.000Z"
          },
          "mail": {{Mail().ToJsonString()}}
        }
        """);

    internal static JsonObject Delivery(string recipients = """["ann@example.org"]""") => Parse($$"""
        {
          "eventType": "Delivery",
          "delivery": { "timestamp": "2026-11-18T09:30:01.500Z", "processingTimeMillis": 1380, "recipients": {{recipients}}, "smtpResponse": "250 2.0.0 OK" },
          "mail": {{Mail().ToJsonString()}}
        }
        """);

    internal static JsonObject Reject() => Parse($$"""
        { "eventType": "Reject", "reject": { "reason": "Bad content" }, "mail": {{Mail().ToJsonString()}} }
        """);

    internal static JsonObject RenderingFailure() => Parse($$"""
        {
          "eventType": "Rendering Failure",
          "failure": { "errorMessage": "Attribute 'name' is not present in the rendering data.", "templateName": "Offers" },
          "mail": {{Mail().ToJsonString()}}
        }
        """);

    internal static JsonObject DeliveryDelay(
        string recipients = """[{ "emailAddress": "ann@example.org", "status": "4.4.1", "diagnosticCode": "smtp; 421 4.4.1" }]""") => Parse($$"""
        {
          "eventType": "DeliveryDelay",
          "deliveryDelay": {
            "timestamp": "2026-11-18T09:45:00.000Z", "delayType": "TransientCommunicationFailure", "expirationTime": "2026-11-18T23:30:00.000Z",
            "delayedRecipients": {{recipients}}
          },
          "mail": {{Mail().ToJsonString()}}
        }
        """);

    internal static JsonObject With(this JsonObject json, Action<JsonObject> change)
    {
        change(json);
        return json;
    }

    internal static string InSns(string message) =>
        new JsonObject { ["Type"] = "Notification", ["TopicArn"] = "arn:aws:sns:eu-west-1:123456789012:bounces", ["Message"] = message }.ToJsonString();

    internal static string InEventBridge(JsonObject detail, string detailType = "Email Bounced", string source = "aws.ses") =>
        new JsonObject { ["version"] = "0", ["source"] = source, ["detail-type"] = detailType, ["detail"] = detail }.ToJsonString();

    internal static ParsedNotification Read(this JsonObject json) => NotificationParser.Parse(json.ToJsonString());

    internal static FeedbackEvent Event(this JsonObject json) => json.Read().Event();

    internal static FeedbackEvent Event(this ParsedNotification parsed) => parsed.ShouldBeOfType<ParsedNotification.Event>().Feedback;

    internal static string Ignored(this ParsedNotification parsed) => parsed.ShouldBeOfType<ParsedNotification.Ignored>().Reason;

    internal static string Unreadable(this ParsedNotification parsed) => parsed.ShouldBeOfType<ParsedNotification.Unreadable>().Reason;

    /// <summary>Returns the evidence about the only recipient.</summary>
    internal static Evidence Evidence(this JsonObject json) => json.Event().Recipients.ShouldHaveSingleItem().Evidence;

    private static string Quoted(string? text) => text is null ? "null" : $"\"{text}\"";

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
