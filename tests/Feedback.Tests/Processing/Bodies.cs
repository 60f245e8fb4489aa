using System.Text.Json.Nodes;

namespace Feedback.Tests.Processing;

/// <summary>Minimal SQS bodies in the form that SES writes.</summary>
internal static class Bodies
{
    internal static string Bounce(string recipient, string message = "message-1", string set = "marketing", string? account = "123456789012") => $$"""
        {"eventType":"Bounce","bounce":{"bounceType":"Permanent","bounceSubType":"General",
        "bouncedRecipients":[{"emailAddress":"{{recipient}}@example.org"}],"timestamp":"2026-11-18T11:30:02.000Z",
        "feedbackId":"{{message}}-{{recipient}}"},"mail":{{Mail(message, account, $$"""
        "tags":{"ses:configuration-set":["{{set}}"]}
        """)}}}
        """;

    /// <summary>The same bounce as an identity's feedback notification, which names no set, in an SNS envelope.</summary>
    internal static string BounceOfIdentity(
        string recipient, string message = "message-1", string identity = "example.com", string account = "123456789012") => new JsonObject
    {
        ["Type"] = "Notification",
        ["Message"] = Bounce(recipient, message, account: account)
            .Replace("eventType", "notificationType", StringComparison.Ordinal)
            .Replace("\"tags\"", $"\"sourceArn\":\"arn:aws:ses:eu-west-1:123456789012:identity/{identity}\",\"noTags\"", StringComparison.Ordinal),
    }.ToJsonString();

    internal static string Delivery(IEnumerable<string> recipients, string message = "message-1", string set = "marketing", string time = "11:30:01") => $$"""
        {"eventType":"Delivery","delivery":{"timestamp":"2026-11-18T{{time}}.000Z",
        "recipients":[{{string.Join(',', recipients.Select(r => $"\"{r}@example.org\""))}}]},"mail":{{Mail(message, "123456789012", $$"""
        "tags":{"ses:configuration-set":["{{set}}"]}
        """)}}}
        """;

    internal static string Complaint(string[] recipients, string message = "message-1") => $$"""
        {"eventType":"Complaint","complaint":{
        "complainedRecipients":[{{string.Join(',', recipients.Select(r => $$"""{"emailAddress":"{{r}}@example.org"}"""))}}],
        "timestamp":"2026-11-18T11:40:00.000Z","feedbackId":"complaint-1","complaintFeedbackType":"abuse"},"mail":{{Mail(message, "123456789012", """
        "tags":{"ses:configuration-set":["marketing"]}
        """)}}}
        """;

    private static string Mail(string message, string? account, string more) =>
        $$"""{"timestamp":"2026-11-18T11:30:00.000Z","messageId":"{{message}}","sendingAccountId":"{{account}}",{{more}}}""";
}
