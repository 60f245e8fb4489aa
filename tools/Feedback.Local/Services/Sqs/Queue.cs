namespace Feedback.Local.Services.Sqs;

/// <summary>A queue with its messages, or only with the number of them.</summary>
internal sealed record Queue(string Name)
{
    /// <summary>Messages that are counted and nothing else, in addition to <see cref="Messages"/>.</summary>
    public QueueDepth Depth { get; init; } = new(0);

    /// <summary>The access policy as JSON; null for a queue without one.</summary>
    public string? Policy { get; init; }

    /// <summary>The ARN of the dead-letter queue; null for a queue without one.</summary>
    public string? DeadLetterArn { get; init; }

    public IReadOnlyList<QueueMessage> Messages { get; init; } = [];
}
