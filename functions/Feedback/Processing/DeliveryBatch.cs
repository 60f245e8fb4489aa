using Feedback.Deciding.Lag;
using Feedback.Notifications;
using Microsoft.Extensions.Logging;

namespace Feedback.Processing;

/// <summary>
/// Processes a batch of the delivery queue, and writes down before and after it how far this process has come. Evaluations learn from that
/// up to which time deliveries are counted. The writes are best effort: without them, pauses wait longer.
/// </summary>
internal sealed class DeliveryBatch(FeedbackBatch batch, IDeliveryProgressStore store, TimeProvider time, ILogger<DeliveryBatch> logger)
{
    /// <summary>How long a write may take, so that a failing database leaves time to record.</summary>
    private static readonly TimeSpan WriteTimeout = TimeSpan.FromSeconds(3);

    private DeliveryProgress _progress = new(Path.GetRandomFileName());

    /// <inheritdoc cref="FeedbackBatch.HandleAsync"/>
    internal async Task<IReadOnlyList<string>> HandleAsync(IReadOnlyList<IncomingMessage> messages, TimeSpan remaining)
    {
        var started = time.GetTimestamp();
        var sentAt = messages.Select(message => message.SentAt).OfType<DateTimeOffset>().ToList();
        if (sentAt.Count == 0)
        {
            return await batch.HandleAsync(messages, remaining);
        }

        await WriteAsync(_progress.Begin(sentAt, time.GetUtcNow()));
        var failed = await batch.HandleAsync(messages, remaining - time.GetElapsedTime(started));
        await WriteAsync(_progress.End(sentAt, SentAtOfFailed(messages, failed), time.GetUtcNow()));
        return failed;
    }

    /// <summary>Unreadable messages are no deliveries: no rate misses them, so they hold no pause.</summary>
    private static List<DateTimeOffset> SentAtOfFailed(IReadOnlyList<IncomingMessage> messages, IReadOnlyList<string> failed)
    {
        var ids = failed.ToHashSet();
        return messages
            .Where(message => ids.Contains(message.Id) && NotificationParser.Parse(message.Body) is ParsedNotification.Event)
            .Select(message => message.SentAt)
            .OfType<DateTimeOffset>()
            .ToList();
    }

    private async Task WriteAsync(DeliveryProgress progress)
    {
        _progress = progress;
        try
        {
            using var timeout = new CancellationTokenSource(WriteTimeout, time);
            await store.WriteAsync(progress, timeout.Token);
        }
        catch (Exception exception)
        {
            // The boundary of the bookkeeping: the deliveries themselves must be recorded.
            Log.DeliveryProgressNotWritten(logger, exception);
        }
    }
}
