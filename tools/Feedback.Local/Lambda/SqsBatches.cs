using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Feedback.Local.Services;
using Feedback.Local.Templates;

namespace Feedback.Local.Lambda;

/// <summary>Creates the events that Lambda's poller makes of a queue's messages.</summary>
internal sealed class SqsBatches(string queueName, StackSettings? settings = null, TimeProvider? clock = null)
{
    // As in AWS: quotes are escaped with a backslash, other characters are left alone.
    private static readonly JsonWriterOptions Plainly = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StackSettings _settings = settings ?? new StackSettings();
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    /// <summary>Creates an event of messages with given ids, for tests that need to know which one failed.</summary>
    public static IReadOnlyList<SqsMessage> Messages(IEnumerable<string> bodies) => [.. bodies.Select(body => new SqsMessage(RequestIds.Next(), body))];

    public string Event(IEnumerable<string> bodies) => Event(Messages(bodies));

    public string Event(IEnumerable<SqsMessage> messages)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Plainly))
        {
            json.WriteStartObject();
            json.WriteStartArray("Records");
            foreach (var message in messages)
            {
                Write(json, message);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void Write(Utf8JsonWriter json, SqsMessage message)
    {
        var now = _clock.GetUtcNow();
        json.WriteStartObject();
        json.WriteString("messageId", message.MessageId);
        json.WriteString("receiptHandle", $"{message.MessageId}#{message.ReceiveCount}");
        json.WriteString("body", message.Body);
        json.WriteStartObject("attributes");
        json.WriteString("ApproximateReceiveCount", message.ReceiveCount.ToString(CultureInfo.InvariantCulture));
        json.WriteString("SentTimestamp", Milliseconds(message.SentAt ?? now));
        json.WriteString("SenderId", "AIDAIT2UOQQY3AUEKVGXU"); // the sender id of SNS
        json.WriteString("ApproximateFirstReceiveTimestamp", Milliseconds(now));
        json.WriteEndObject();
        WriteAttributes(json, message.Attributes);
        json.WriteString("md5OfBody", Md5(message.Body));
        json.WriteString("eventSource", "aws:sqs");
        json.WriteString("eventSourceARN", $"arn:{_settings.Partition}:sqs:{_settings.Region}:{_settings.AccountId}:{queueName}");
        json.WriteString("awsRegion", _settings.Region);
        json.WriteEndObject();
    }

    private static void WriteAttributes(Utf8JsonWriter json, IReadOnlyDictionary<string, string> attributes)
    {
        json.WriteStartObject("messageAttributes");
        foreach (var (name, value) in attributes)
        {
            json.WriteStartObject(name);
            json.WriteString("stringValue", value);
            json.WriteStartArray("stringListValues");
            json.WriteEndArray();
            json.WriteStartArray("binaryListValues");
            json.WriteEndArray();
            json.WriteString("dataType", "String");
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static string Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

#pragma warning disable CA5351 // SQS uses MD5 as a checksum of bodies; nothing here depends on its security.
    private static string Md5(string body) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(body)));
#pragma warning restore CA5351
}
