using Microsoft.Extensions.Logging;

namespace Feedback.Deciding.Lag;

/// <summary>Reads how far the counting of deliveries lags behind.</summary>
internal sealed class DeliveryLagReader(
    IDeliveryProgressStore progressStore,
    IDeliveryQueue queue,
    TimeProvider time,
    ILogger<DeliveryLagReader> logger)
{
    /// <param name="sentBy">The time up to which deliveries matter.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    internal async Task<DeliveryLag> ReadAsync(DateTimeOffset sentBy, CancellationToken cancellationToken)
    {
        if (!queue.IsConfigured)
        {
            return DeliveryLag.None;
        }

        var now = time.GetUtcNow();
        var progress = await progressStore.ReadAsync(cancellationToken);
        var deadLettered = await CountAsync(queue.CountDeadLettersAsync, cancellationToken);
        var queued = DeliveryLag.HasPassed(progress, sentBy) || now < sentBy + DeliveryLag.QueueSettling
            ? null
            : await CountAsync(queue.CountAsync, cancellationToken);
        return DeliveryLag.Of(progress, queued, deadLettered, sentBy, now);
    }

    /// <summary>
    /// Returns how far the watermark of deliveries is behind now. It stands still while no deliveries are sent, so an old one counts only if
    /// the queue holds some.
    /// </summary>
    /// <returns>Null if that can't be known.</returns>
    internal async Task<TimeSpan?> ReadWatermarkAsync(CancellationToken cancellationToken)
    {
        if (!queue.IsConfigured)
        {
            return null;
        }

        var lag = DeliveryLag.OfWatermark(await progressStore.ReadAsync(cancellationToken), time.GetUtcNow());
        return lag <= DeliveryLag.QueueSettling ? lag : await CountAsync(queue.CountAsync, cancellationToken) switch
        {
            null => null,
            0 => TimeSpan.Zero,
            _ => lag,
        };
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
