namespace Feedback.Local.Services.Sqs;

/// <summary>A message in a queue.</summary>
internal sealed record QueueMessage(string Id, string Body, DateTimeOffset SentAt)
{
    public int ReceiveCount { get; init; }

    /// <summary>Until then the message is in flight; no other receiver gets it.</summary>
    public DateTimeOffset InvisibleUntil { get; init; }

    public string ReceiptHandle => $"{Id}#{ReceiveCount}";
}
