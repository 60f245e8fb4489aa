using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Feedback.Local.Services;

namespace Feedback.EndToEnd.Tests.Events;

/// <summary>One message through SES; its methods are the bodies that SQS gets when something becomes of it.</summary>
internal sealed record SesMail
{
    public required string MessageId { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public required string ConfigurationSet { get; init; }

    public required IReadOnlyList<string> Recipients { get; init; }

    public required Wrapping Wrapping { get; init; }

    /// <summary>The account that sent it.</summary>
    public string Account { get; init; } = "123456789012";

    /// <summary>The time SES gives the event; by default, two seconds after sending (a complaint: a minute).</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    public string Recipient => Recipients[0];

    public string Delivered(Format format = Format.Published) => Wrap(format, "Delivery", "Email Delivered", $$"""
        "delivery":{"timestamp":"{{Time(After(2))}}","processingTimeMillis":1380,"recipients":[{{List(Recipients.Select(Quoted))}}],
        "smtpResponse":"250 2.0.0 OK 1763458201 4si1882731wrb.121 - gsmtp",
        "remoteMtaIp":"198.51.100.17","reportingMTA":"a4-11.smtp-out.eu-west-1.amazonses.com"}
        """);

    public string Bounced(string type = "Permanent", string subtype = "General", Format format = Format.Published)
    {
        var (action, status) = type == "Permanent" ? ("failed", "5.1.1") : ("delayed", "4.2.2");
        var recipients = Recipients.Select(one =>
            $$"""{"emailAddress":{{Quoted(one)}},"action":"{{action}}","status":"{{status}}","diagnosticCode":"smtp; {{status}}"}""");
        return Wrap(format, "Bounce", "Email Bounced", $$"""
            "bounce":{"feedbackId":"{{FeedbackId("b")}}","bounceType":"{{type}}","bounceSubType":"{{subtype}}",
            "bouncedRecipients":[{{List(recipients)}}],"timestamp":"{{Time(After(2))}}",
            "remoteMtaIp":"198.51.100.17","reportingMTA":"dns; a4-11.smtp-out.eu-west-1.amazonses.com"}
            """);
    }

    public string Complained(string feedbackType = "abuse", string? subtype = null, Format format = Format.Published)
    {
        var recipients = Recipients.Select(one => $$"""{"emailAddress":{{Quoted(one)}}}""");
        return Wrap(format, "Complaint", "Email Complaint Received", $$"""
            "complaint":{"feedbackId":"{{FeedbackId("c")}}","complaintSubType":{{(subtype is null ? "null" : Quoted(subtype))}},
            "complainedRecipients":[{{List(recipients)}}],"timestamp":"{{Time(After(60))}}","userAgent":"Example FBL/1.2",
            "complaintFeedbackType":"{{feedbackType}}","arrivalDate":"{{Time(After(30))}}"}
            """);
    }

    public string Rejected() => Wrap(Format.Published, "Reject", "Email Rejected", "\"reject\":{\"reason\":\"Bad content\"}");

    public string RenderingFailed() => Wrap(
        Format.Published,
        "Rendering Failure",
        "Email Rendering Failed",
        "\"failure\":{\"errorMessage\":\"Attribute 'name' is not present in the rendering data.\",\"templateName\":\"Offers\"}");

    public string Delayed()
    {
        var recipients = Recipients.Select(one => $$"""{"emailAddress":{{Quoted(one)}},"status":"4.4.1","diagnosticCode":"smtp; 421 4.4.1"}""");
        return Wrap(Format.Published, "DeliveryDelay", "Email Delivery Delayed", $$"""
            "deliveryDelay":{"timestamp":"{{Time(After(900))}}","delayType":"TransientCommunicationFailure",
            "expirationTime":"{{Time(After(50_400))}}","delayedRecipients":[{{List(recipients)}}]}
            """);
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string List(IEnumerable<string> items) => string.Join(',', items);

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private DateTimeOffset After(int seconds) => OccurredAt ?? SentAt.AddSeconds(seconds);

    // The same in both formats: it is the event's identity.
    private string FeedbackId(string kind) => MessageId.Replace("-000000", $"-{kind}00000", StringComparison.Ordinal);

    private string Mail(Format format)
    {
        var tags = $$"""
            ,"tags":{"ses:configuration-set":["{{ConfigurationSet}}"],"ses:from-domain":["example.com"],"ses:source-ip":["203.0.113.25"],
            "ses:caller-identity":["mailer"],"campaign":["autumn"]}
            """;
        return $$"""
            "mail":{"timestamp":"{{Time(SentAt)}}","source":"Example Offers <offers@example.com>",
            "sourceArn":"arn:aws:ses:eu-west-1:123456789012:identity/example.com","sendingAccountId":"{{Account}}","messageId":"{{MessageId}}",
            "destination":[{{List(Recipients.Select(Quoted))}}],"headersTruncated":false,
            "commonHeaders":{"from":["offers@example.com"],"subject":"Autumn offers"}{{(format == Format.Published ? tags : "")}}}
            """;
    }

    private string Wrap(Format format, string type, string detailType, string what)
    {
        var json = $$"""{"{{(format == Format.Published ? "eventType" : "notificationType")}}":"{{type}}",{{what}},{{Mail(format)}}}"""
            .ReplaceLineEndings(string.Empty);
        var body = Wrapping switch
        {
            Wrapping.None => json,

            // Identities publish to SNS only.
            Wrapping.EventBridge when format == Format.Published => $$"""
                {"version":"0","id":"{{RequestIds.Next()}}","detail-type":"{{detailType}}","source":"aws.ses",
                "account":"123456789012","time":"{{Time(After(2))}}","region":"eu-west-1","resources":[],"detail":{{json}}}
                """,
            _ => $$"""
                {"Type":"Notification","MessageId":"{{RequestIds.Next()}}","TopicArn":"arn:aws:sns:eu-west-1:123456789012:{{type}}Topic",
                "Message":{{Quoted(json)}},"Timestamp":"{{Time(After(3))}}"}
                """,
        };
        return body.ReplaceLineEndings(string.Empty);
    }
}
