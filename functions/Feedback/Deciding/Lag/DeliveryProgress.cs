namespace Feedback.Deciding.Lag;

/// <summary>How far one process of DeliveryFunction has come.</summary>
/// <param name="Process">The id of the process.</param>
internal sealed record DeliveryProgress(string Process)
{
    /// <summary>
    /// The send time of the oldest message in a batch that is done, the latest of such times. SQS hands out messages roughly in the order in
    /// which they were sent, so whatever was sent before this has been handed out. Null before the first batch.
    /// </summary>
    internal DateTimeOffset? Frontier { get; init; }

    /// <summary>The batch in progress; null between batches. The entry of a process that crashed stays.</summary>
    internal DeliverySpan? InFlight { get; init; }

    /// <summary>Messages that failed and go back to the queue.</summary>
    internal DeliverySpan? Failed { get; init; }

    /// <summary>The progress when a batch begins.</summary>
    internal DeliveryProgress Begin(IReadOnlyList<DateTimeOffset> sentAt, DateTimeOffset now) =>
        this with { InFlight = new DeliverySpan(sentAt.Count, sentAt.Min(), now + DeliverySpan.Settling) };

    /// <summary>The progress when a batch is done.</summary>
    /// <param name="sentAt">The send times of the batch's messages.</param>
    /// <param name="failed">The send times of those that failed.</param>
    /// <param name="now">The end of the batch.</param>
    internal DeliveryProgress End(IReadOnlyList<DateTimeOffset> sentAt, IReadOnlyList<DateTimeOffset> failed, DateTimeOffset now)
    {
        var oldest = sentAt.Min();
        var before = now < Failed?.Until ? Failed : null;
        return this with
        {
            Frontier = Frontier > oldest ? Frontier : oldest,
            InFlight = null,
            Failed = failed.Count == 0 ? before : new DeliverySpan(
                failed.Count + (before?.Count ?? 0),
                before?.SentFrom < failed.Min() ? before.SentFrom : failed.Min(),
                now + DeliverySpan.Settling),
        };
    }
}
