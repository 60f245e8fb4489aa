namespace Feedback.Deciding.Lag;

/// <summary>How far the counting of deliveries may be behind.</summary>
internal interface IDeliveryQueue
{
    /// <summary>Messages in the delivery queue, waiting or in flight: approximate, as SQS counts them.</summary>
    Task<long> CountAsync(CancellationToken cancellationToken);
}
