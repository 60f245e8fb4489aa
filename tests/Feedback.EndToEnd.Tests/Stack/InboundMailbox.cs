using System.Globalization;
using System.Text.Json.Nodes;
using Feedback.Local.Lambda;

namespace Feedback.EndToEnd.Tests.Stack;

/// <summary>What SES, S3, EventBridge and the poller do with mails to the mailbox of a deployment.</summary>
internal sealed class InboundMailbox(FeedbackStack stack)
{
    private const string Bucket = "feedback-inbound";

    private int _stored;

    /// <returns>The ids of the messages that stay in the queue.</returns>
    internal Task<IReadOnlyList<string>> ReceiveAsync(TimeSpan age, params byte[][] mails)
    {
        var sentAt = TimeProvider.System.GetUtcNow() - age;
        var messages = mails.Select(mail =>
        {
            var key = $"reports/mail-{_stored++}";
            stack.Aws.S3.Put(Bucket, key, mail);
            return new SqsMessage(key, Event(key, sentAt)) { SentAt = sentAt };
        });
        return stack.BatchAsync(FunctionId.Inbound, [.. messages]);
    }

    private static string Event(string key, DateTimeOffset time) => new JsonObject
    {
        ["version"] = "0",
        ["detail-type"] = "Object Created",
        ["source"] = "aws.s3",
        ["time"] = time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["detail"] = new JsonObject { ["bucket"] = new JsonObject { ["name"] = Bucket }, ["object"] = new JsonObject { ["key"] = key } },
    }.ToJsonString();
}
