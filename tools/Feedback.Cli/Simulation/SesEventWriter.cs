using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Feedback.Cli.Simulation;

/// <summary>Writes the body of a queue message as SES, SNS and EventBridge do.</summary>
internal sealed class SesEventWriter(string accountId, string region)
{
    private static readonly JsonWriterOptions Plainly = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Write(Notification notification) => notification.Form switch
    {
        NotificationForm.InSns => InSns(notification),
        NotificationForm.InEventBridge => InEventBridge(notification),
        _ => Json(json => WriteEvent(json, notification)),
    };

    private string InSns(Notification notification) => Json(json =>
    {
        var kind = Kind(notification.Event);
        json.WriteStartObject();
        json.WriteString("Type", "Notification");
        json.WriteString("MessageId", Id(notification));
        json.WriteString("TopicArn", $"arn:aws:sns:{region}:{accountId}:{kind}Topic");
        json.WriteString("Subject", "Amazon SES Email Event Notification");
        json.WriteString("Message", Json(inner => WriteEvent(inner, notification)));
        json.WriteString("Timestamp", Time(notification.ArrivesAt));
        json.WriteEndObject();
    });

    private string InEventBridge(Notification notification) => Json(json =>
    {
        json.WriteStartObject();
        json.WriteString("version", "0");
        json.WriteString("id", Id(notification));
        json.WriteString("detail-type", notification.Event switch
        {
            SimulatedEvent.Bounce => "Email Bounced",
            SimulatedEvent.Complaint => "Email Complaint Received",
            _ => "Email Delivered",
        });
        json.WriteString("source", "aws.ses");
        json.WriteString("account", accountId);
        json.WriteString("time", Time(notification.ArrivesAt));
        json.WriteString("region", region);
        json.WriteStartArray("resources");
        json.WriteStringValue($"arn:aws:ses:{region}:{accountId}:configuration-set/{notification.Event.Message.ConfigurationSet}");
        json.WriteEndArray();
        json.WritePropertyName("detail");
        WriteEvent(json, notification);
        json.WriteEndObject();
    });

    private void WriteEvent(Utf8JsonWriter json, Notification notification)
    {
        json.WriteStartObject();
        json.WriteString(notification.Form == NotificationForm.OfIdentity ? "notificationType" : "eventType", Kind(notification.Event));
        SesDetailsWriter.Write(json, notification.Event);
        new SesMailWriter(accountId, region).Write(json, notification);
        json.WriteEndObject();
    }

    internal static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Kind(SimulatedEvent happened) => happened.GetType().Name;

    // The random part of the message id will do: nothing may depend on this id.
    private static string Id(Notification notification) => notification.Event.Message.MessageId[17..53];

    private static string Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(2_048);
        using (var json = new Utf8JsonWriter(buffer, Plainly))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
