using Feedback.Inbound;
using Feedback.Notifications;

namespace Feedback.Cli.DeadLetters;

/// <summary>A message in a dead-letter queue, without the addresses that are in it.</summary>
/// <param name="Queue">The queue that it comes from.</param>
/// <param name="Id">SQS's id of the message, which the functions' log names.</param>
/// <param name="SentAt">When it was sent to the queue; null if SQS doesn't say.</param>
/// <param name="Received">How often it has been received.</param>
/// <param name="Type">The type of event in the body; null if the body can't be read.</param>
/// <param name="Set">The configuration set that the body names.</param>
/// <param name="MessageId">SES's id of the mail; for mail that SES received, that of the mail itself.</param>
/// <param name="Why">Why it is here, as far as the body tells.</param>
/// <param name="CanBeRead">Whether trying again can help.</param>
internal sealed record DeadLetter(
    QueueName Queue,
    string Id,
    DateTimeOffset? SentAt,
    int Received,
    string? Type,
    string? Set,
    string? MessageId,
    string Why,
    bool CanBeRead)
{
    internal const string NotRecorded = "could not be recorded: the function's log says why";

    public static DeadLetter Of(QueueName queue, string id, string body, DateTimeOffset? sentAt, int received)
    {
        if (queue == QueueName.Inbound)
        {
            // SES's S3 action names the object by the id of the mail.
            return StoredMail.Parse(body) is { } mail
                ? Letter("Mail", set: null, mail.Key.Split('/')[^1], NotRecorded, canBeRead: true)
                : Letter(type: null, set: null, messageId: null, "can't be read: the body is no event of S3 about a new object", canBeRead: false);
        }

        return NotificationParser.Parse(body) switch
        {
            ParsedNotification.Event { Feedback: var feedback } =>
                Letter(feedback.Kind.ToString(), feedback.ConfigurationSet, feedback.MessageId, NotRecorded, canBeRead: true),
            ParsedNotification.Ignored ignored => Letter("-", set: null, messageId: null, $"nothing to record: {ignored.Reason}", canBeRead: true),
            var unreadable => Letter(
                type: null, set: null, messageId: null, $"can't be read: {((ParsedNotification.Unreadable)unreadable).Reason}", canBeRead: false),
        };

        DeadLetter Letter(string? type, string? set, string? messageId, string why, bool canBeRead) =>
            new(queue, id, sentAt, received, type, set, messageId, why, canBeRead);
    }
}
