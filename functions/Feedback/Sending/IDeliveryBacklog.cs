namespace Feedback.Sending;

/// <summary>How far the counting of deliveries may be behind.</summary>
internal interface IDeliveryBacklog
{
    /// <summary>Messages in the delivery queue, waiting or in flight: approximate, as SQS counts them.</summary>
    Task<long> CountAsync(CancellationToken cancellation);
}
