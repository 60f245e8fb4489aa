namespace Feedback.Local.Lambda;

/// <summary>A message as a function receives it. When redelivered it keeps its id and has a higher receive count.</summary>
internal sealed record SqsMessage(string MessageId, string Body)
{
    public int ReceiveCount { get; init; } = 1;

    /// <summary>The time at which it was sent to the queue; by default the time at which the batch is made.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>String attributes, as SNS raw delivery adds them.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();
}
