using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Deciding.Lag;

/// <summary>
/// Reads how far the counting of deliveries lags behind, and the counts after that. The order matters: a delivery that is counted between
/// the two reads is then seen twice rather than not at all.
/// </summary>
internal sealed class DeliveryLagReader(
    ICounterStore counters,
    IDeliveryProgressStore progressStore,
    IDeliveryQueue queue,
    TimeProvider time,
    ILogger<DeliveryLagReader> logger)
{
    /// <param name="entity">The entity whose counts are read.</param>
    /// <param name="policy">The entity's policy.</param>
    /// <param name="hold">The hold in force; null if a hold may begin now.</param>
    /// <param name="countFrom">No window counts mail sent before this time.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    internal async Task<HoldProgress> ReadAsync(
        ReputationEntity entity,
        Policy policy,
        Hold? hold,
        DateTimeOffset? countFrom,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var at = hold?.At ?? now;
        var lag = await ReadLagAsync(at, now, cancellationToken);
        var start = policy.Windows.Min(window => WindowTally.Start(window, at, countFrom));
        var counted = await counters.ReadAsync(entity, start, cancellationToken);
        return new HoldProgress(lag, WindowTally.Sum(policy.Windows, [.. counted.Where(counter => counter.Bucket.Start <= at)], at, countFrom));
    }

    private async Task<DeliveryLag> ReadLagAsync(DateTimeOffset at, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!queue.IsConfigured)
        {
            return DeliveryLag.None;
        }

        var progress = await progressStore.ReadAsync(cancellationToken);
        var deadLettered = await CountAsync(queue.CountDeadLettersAsync, cancellationToken);
        var queued = DeliveryLag.HasPassed(progress, at) || now < at + DeliveryLag.QueueSettling
            ? null
            : await CountAsync(queue.CountAsync, cancellationToken);
        return DeliveryLag.Of(progress, queued, deadLettered, at, now);
    }

    /// <summary>A queue that can't be read must neither pause a healthy set nor end the evaluation.</summary>
    private async Task<long?> CountAsync(Func<CancellationToken, Task<long>> count, CancellationToken cancellationToken)
    {
        try
        {
            return await count(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.DeliveryLagUnknown(logger, exception);
            return null;
        }
    }
}
