namespace Feedback.Local.Lambda;

/// <summary>A message as a function receives it. Redelivered, it keeps its id and has a higher count.</summary>
internal sealed record SqsMessage(string MessageId, string Body)
{
    public int ReceiveCount { get; init; } = 1;

    /// <summary>When it was put into the queue; by default, the moment the batch is made.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>String attributes, as SNS's raw delivery makes of its own.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();
}
