using Feedback.Deciding.Lag;

namespace Feedback.Cli.InProcess;

/// <summary>
/// The delivery pipeline of a run in this process. What is received is counted at once, so its queues are empty whenever an evaluation
/// looks; the progress of its batches is kept in memory.
/// </summary>
internal sealed class InProcessDeliveries : IDeliveryQueue, IDeliveryProgressStore
{
    private DeliveryProgress? _progress;

    public bool IsConfigured => true;

    /// <summary>Says how many deliveries are missing right now, for a feeder that knows it.</summary>
    public void Miss(long count) => _progress = new DeliveryProgress("feeder")
    {
        Frontier = DateTimeOffset.MaxValue,
        InFlight = count > 0 ? new DeliverySpan(count, DateTimeOffset.MinValue, DateTimeOffset.MaxValue) : null,
    };

    public Task<long> CountAsync(CancellationToken cancellationToken) => Task.FromResult(0L);

    public Task<long> CountDeadLettersAsync(CancellationToken cancellationToken) => Task.FromResult(0L);

    public Task<IReadOnlyList<DeliveryProgress>> ReadAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DeliveryProgress>>(_progress is null ? [] : [_progress]);

    public Task WriteAsync(DeliveryProgress progress, CancellationToken cancellationToken)
    {
        _progress = progress;
        return Task.CompletedTask;
    }
}
