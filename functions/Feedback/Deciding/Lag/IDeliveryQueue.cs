namespace Feedback.Deciding.Lag;

/// <summary>The depth of the delivery queue and of its dead-letter queue, as SQS estimates them: up to a minute late.</summary>
internal interface IDeliveryQueue
{
    /// <summary>False in a deployment whose delivery queue is not known: its pauses never wait for deliveries.</summary>
    bool IsConfigured { get; }

    /// <summary>Counts the messages in the delivery queue: visible, in flight and delayed.</summary>
    Task<long> CountAsync(CancellationToken cancellationToken);

    /// <summary>Counts the messages in the delivery queue's dead-letter queue. They are deliveries that no rate contains.</summary>
    Task<long> CountDeadLettersAsync(CancellationToken cancellationToken);
}
