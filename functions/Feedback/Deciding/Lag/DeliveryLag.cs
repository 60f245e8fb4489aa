namespace Feedback.Deciding.Lag;

/// <summary>How many of the deliveries that were queued by some time are not counted yet. The watermark of the delivery pipeline decides.</summary>
/// <param name="Missing">An upper bound, over all sets; null while there is none.</param>
/// <param name="DeadLettered">How many of them are in the dead-letter queue; null if a queue could not be read.</param>
internal readonly record struct DeliveryLag(long? Missing, long? DeadLettered)
{
    /// <summary>
    /// How far the watermark must be past a time. SQS delivers roughly in order; a poller holds messages back for up to 5 seconds to fill a
    /// batch (MaximumBatchingWindowInSeconds in template.yaml), and a new process needs some more to start.
    /// </summary>
    internal static readonly TimeSpan Slack = TimeSpan.FromSeconds(10);

    /// <summary>After this long, SQS's estimates include what was sent before: they are up to a minute late.</summary>
    internal static readonly TimeSpan QueueSettling = TimeSpan.FromSeconds(90);

    /// <summary>Nothing is missing.</summary>
    internal static DeliveryLag None { get; } = new(0, 0);

    /// <summary>Returns whether every message that was sent by <paramref name="sentBy"/> has been handed out to a process.</summary>
    internal static bool HasPassed(IReadOnlyList<DeliveryProgress> progress, DateTimeOffset sentBy) =>
        progress.Any(process => process.Frontier >= sentBy + Slack);

    /// <summary>
    /// Returns what is missing once the watermark has passed. Until then, as on an account without further traffic, it returns what the
    /// queue holds, but only after the queue's figures have settled.
    /// </summary>
    /// <param name="progress">The progress of all processes.</param>
    /// <param name="queued">The depth of the delivery queue; null if it could not be read, or was not needed.</param>
    /// <param name="deadLettered">The depth of its dead-letter queue; null if it could not be read.</param>
    /// <param name="sentBy">The time up to which deliveries matter.</param>
    /// <param name="now">The time of the reads.</param>
    internal static DeliveryLag Of(
        IReadOnlyList<DeliveryProgress> progress, long? queued, long? deadLettered, DateTimeOffset sentBy, DateTimeOffset now)
    {
        var waiting = HasPassed(progress, sentBy) ? Uncounted(progress, sentBy, now)
            : now < sentBy + QueueSettling ? null
            : queued;
        return new DeliveryLag(waiting + deadLettered, deadLettered);
    }

    /// <summary>Returns how long ago the newest deliveries were sent whose predecessors are all handed out; null if no process has told.</summary>
    internal static TimeSpan? OfWatermark(IReadOnlyList<DeliveryProgress> progress, DateTimeOffset now) =>
        progress.Max(process => process.Frontier) is not { } frontier ? null
        : frontier < now ? now - frontier
        : TimeSpan.Zero;

    private static long? Uncounted(IReadOnlyList<DeliveryProgress> progress, DateTimeOffset sentBy, DateTimeOffset now) =>
        progress.Sum(process => (process.InFlight?.CountOf(sentBy, now) ?? 0) + (process.Failed?.CountOf(sentBy, now) ?? 0));
}
