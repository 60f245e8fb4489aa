using Feedback.Deciding.Lag;

namespace Feedback.Tests.Fakes;

/// <summary>The delivery pipeline in memory: by default, its watermark has passed every time and <see cref="Missing"/> says what is uncounted.</summary>
internal sealed class FakeDeliveryQueue(Faults faults) : IDeliveryQueue, IDeliveryProgressStore
{
    public bool IsConfigured { get; set; } = true;

    /// <summary>What is uncounted, as long as the watermark has passed.</summary>
    internal long Missing { get; set; }

    internal long Queued { get; set; }

    internal long DeadLettered { get; set; }

    /// <summary>The progress of processes; null for a watermark that has passed every time.</summary>
    internal List<DeliveryProgress>? Progress { get; set; }

    public Task<long> CountAsync(CancellationToken cancellationToken) => faults.CallAsync("deliveries.Count", () => Queued, cancellationToken);

    public Task<long> CountDeadLettersAsync(CancellationToken cancellationToken) =>
        faults.CallAsync("deliveries.CountDeadLetters", () => DeadLettered, cancellationToken);

    public Task<IReadOnlyList<DeliveryProgress>> ReadAsync(CancellationToken cancellationToken) =>
        faults.CallAsync<IReadOnlyList<DeliveryProgress>>("progress.Read", () => Progress ?? [Passed()], cancellationToken);

    public Task WriteAsync(DeliveryProgress progress, CancellationToken cancellationToken) =>
        faults.CallAsync("progress.Write", () =>
        {
            Progress ??= [];
            Progress.RemoveAll(other => other.Process == progress.Process);
            Progress.Add(progress);
            return true;
        }, cancellationToken);

    private DeliveryProgress Passed() => new("another process")
    {
        Frontier = DateTimeOffset.MaxValue,
        InFlight = Missing > 0 ? new DeliverySpan(Missing, DateTimeOffset.MinValue, DateTimeOffset.MaxValue) : null,
    };
}
