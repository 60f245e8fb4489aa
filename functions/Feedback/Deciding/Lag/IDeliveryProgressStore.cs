namespace Feedback.Deciding.Lag;

/// <summary>The progress of every process of DeliveryFunction.</summary>
internal interface IDeliveryProgressStore
{
    /// <summary>Reads consistently the progress of every process that wrote within the last day.</summary>
    Task<IReadOnlyList<DeliveryProgress>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Replaces the progress of one process, which alone writes it.</summary>
    Task WriteAsync(DeliveryProgress progress, CancellationToken cancellationToken);
}
