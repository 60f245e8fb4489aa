using System.Text.Json;

namespace Feedback.Cli.Simulation;

/// <summary>Writes the <c>bounce</c>, <c>complaint</c> or <c>delivery</c> object of an event.</summary>
internal static class SesDetailsWriter
{
    public static void Write(Utf8JsonWriter json, SimulatedEvent happened)
    {
        switch (happened)
        {
            case SimulatedEvent.Bounce bounce:
                json.WriteStartObject("bounce");
                Write(json, bounce);
                break;
            case SimulatedEvent.Complaint complaint:
                json.WriteStartObject("complaint");
                Write(json, complaint);
                break;
            default:
                json.WriteStartObject("delivery");
                WriteDelivery(json, happened);
                break;
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SimulatedEvent.Bounce bounce)
    {
        json.WriteString("feedbackId", bounce.FeedbackId);
        json.WriteString("bounceType", bounce.Reason.Type);
        json.WriteString("bounceSubType", bounce.Reason.Subtype);
        json.WriteStartArray("bouncedRecipients");
        json.WriteStartObject();
        json.WriteString("emailAddress", bounce.Message.Recipient);
        json.WriteString("action", "failed");
        json.WriteString("status", bounce.Reason.Status);
        json.WriteString("diagnosticCode", bounce.Reason.Diagnostic);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("timestamp", SesEventWriter.Time(bounce.OccurredAt));
        json.WriteString("remoteMtaIp", "198.51.100.17");
        json.WriteString("reportingMTA", "dns; a4-11.smtp-out.eu-west-1.amazonses.com");
    }

    private static void Write(Utf8JsonWriter json, SimulatedEvent.Complaint complaint)
    {
        json.WriteString("feedbackId", complaint.FeedbackId);
        json.WriteNull("complaintSubType");
        json.WriteStartArray("complainedRecipients");
        json.WriteStartObject();
        json.WriteString("emailAddress", complaint.Message.Recipient);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("timestamp", SesEventWriter.Time(complaint.OccurredAt));
        json.WriteString("userAgent", "Example FBL/1.2");
        if (complaint.FeedbackType is { } type)
        {
            json.WriteString("complaintFeedbackType", type);
        }

        json.WriteString("arrivalDate", SesEventWriter.Time(complaint.OccurredAt));
    }

    private static void WriteDelivery(Utf8JsonWriter json, SimulatedEvent happened)
    {
        json.WriteString("timestamp", SesEventWriter.Time(happened.OccurredAt));
        json.WriteNumber("processingTimeMillis", (long)(happened.OccurredAt - happened.Message.SentAt).TotalMilliseconds);
        json.WriteStartArray("recipients");
        json.WriteStringValue(happened.Message.Recipient);
        json.WriteEndArray();
        json.WriteString("smtpResponse", "250 2.0.0 OK 1763458201 4si1882731wrb.121 - ESMTP");
        json.WriteString("remoteMtaIp", "198.51.100.17");
        json.WriteString("reportingMTA", "a4-11.smtp-out.eu-west-1.amazonses.com");
    }
}
