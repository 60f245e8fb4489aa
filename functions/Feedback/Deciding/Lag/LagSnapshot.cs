using Feedback.Reputation;

namespace Feedback.Deciding.Lag;

/// <summary>How far the counting of deliveries had come at some moment.</summary>
/// <param name="At">The moment.</param>
/// <param name="Waiting">Messages in the delivery queue, of all sets: whose they are it does not say.</param>
/// <param name="Recorded">Deliveries of the whole account, of mail sent from <see cref="From"/> on, that were counted.</param>
internal sealed record LagSnapshot(DateTimeOffset At, long Waiting, long Recorded)
{
    /// <summary>For a queue that could not be asked: no rate stands up to so many, so the pause is held and on-call is told.</summary>
    internal const long Unknown = 1L << 50;

    /// <summary>
    /// SQS keeps its order more or less, but a batch that is slow, or that fails and comes back, is overtaken by others. That lasts as long
    /// as messages may stay invisible (7 minutes, VisibilityTimeout in template.yaml) and one more run of the function (1 minute).
    /// </summary>
    internal static readonly TimeSpan Settling = TimeSpan.FromMinutes(8);

    /// <summary>How long a delivery may have waited and still be noticed as recorded. An older one only makes a hold last longer.</summary>
    private static readonly TimeSpan Reach = TimeSpan.FromHours(24);

    internal bool IsKnown => Waiting < Unknown;

    internal DateTimeOffset From => FromAt(At);

    internal static DateTimeOffset FromAt(DateTimeOffset at) => Bucket.Of(at - Reach).Start;

    internal bool IsSettled(DateTimeOffset now) => now - At >= Settling;

    /// <summary>
    /// How many of the messages that waited may still wait once <paramref name="recorded"/> are counted of mail sent from
    /// <see cref="From"/> on: each delivery counted since is one less.
    /// </summary>
    internal long LeftOnce(long recorded) => Math.Max(0, Waiting - Math.Max(0, recorded - Recorded));
}
