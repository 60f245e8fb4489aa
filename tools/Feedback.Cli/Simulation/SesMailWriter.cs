using System.Globalization;
using System.Text.Json;

namespace Feedback.Cli.Simulation;

/// <summary>Writes the <c>mail</c> object of an event, which describes the message.</summary>
internal sealed class SesMailWriter(string accountId, string region)
{
    private const string Domain = "sender.example";
    private const string Source = $"Example News <news@{Domain}>";
    private const string Subject = "This week";

    public void Write(Utf8JsonWriter json, Notification notification)
    {
        var message = notification.Event.Message;
        var ofIdentity = notification.Form == NotificationForm.OfIdentity;
        json.WriteStartObject("mail");
        json.WriteString("timestamp", SesEventWriter.Time(message.SentAt));
        json.WriteString("source", Source);
        json.WriteString("sourceArn", $"arn:aws:ses:{region}:{accountId}:identity/{Domain}");
        json.WriteString("sendingAccountId", accountId);
        json.WriteString("messageId", message.MessageId);
        Write(json, "destination", message.Recipient);
        json.WriteBoolean("headersTruncated", false);
        json.WriteStartArray("headers");
        if (ofIdentity)
        {
            WriteHeader(json, "X-SES-CONFIGURATION-SET", message.ConfigurationSet);
        }

        WriteHeader(json, "From", Source);
        WriteHeader(json, "To", message.Recipient);
        WriteHeader(json, "Subject", Subject);
        WriteHeader(json, "MIME-Version", "1.0");
        json.WriteEndArray();
        WriteCommonHeaders(json, message);
        if (!ofIdentity)
        {
            WriteTags(json, message);
        }

        json.WriteEndObject();
    }

    private static void WriteCommonHeaders(Utf8JsonWriter json, SimulatedMessage message)
    {
        json.WriteStartObject("commonHeaders");
        Write(json, "from", Source);
        json.WriteString("date", message.SentAt.UtcDateTime.ToString("R", CultureInfo.InvariantCulture));
        Write(json, "to", message.Recipient);
        json.WriteString("messageId", message.MessageId);
        json.WriteString("subject", Subject);
        json.WriteEndObject();
    }

    private static void WriteTags(Utf8JsonWriter json, SimulatedMessage message)
    {
        json.WriteStartObject("tags");
        Write(json, "ses:operation", "SendEmail");
        Write(json, "ses:configuration-set", message.ConfigurationSet);
        Write(json, "ses:source-ip", "203.0.113.25");
        Write(json, "ses:from-domain", Domain);
        Write(json, "ses:caller-identity", "mailer");
        json.WriteEndObject();
    }

    private static void WriteHeader(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    // SES writes arrays even for single values.
    private static void Write(Utf8JsonWriter json, string name, string only)
    {
        json.WriteStartArray(name);
        json.WriteStringValue(only);
        json.WriteEndArray();
    }
}
