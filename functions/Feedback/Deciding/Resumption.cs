using Feedback.Reputation;

namespace Feedback.Deciding;

/// <summary>A resume, and the time from which mail counts after it: SES starts its own metrics afresh, and so does Feedback.</summary>
internal static class Resumption
{
    /// <summary>
    /// Counters have buckets of 15 minutes. The bucket of the resume counts only if it holds no mail from before the pause. A paused set
    /// sends nothing, so that is the case if the pause began before the bucket did. Otherwise counting starts with the next bucket.
    /// </summary>
    /// <param name="pausedAt">When SES confirmed the pause that ends; null if there was none.</param>
    /// <param name="resumedAt">When it ends.</param>
    internal static DateTimeOffset CountFrom(DateTimeOffset? pausedAt, DateTimeOffset resumedAt)
    {
        var bucket = Bucket.Of(resumedAt);
        return pausedAt < bucket.Start ? bucket.Start : bucket.End;
    }

    internal static EntityState Resume(EntityState state, DateTimeOffset now) => state with
    {
        Level = Level.Normal,
        Sending = SendingStatus.Enabled,
        PausedBy = null,
        Hold = null,
        Finding = null,
        FindingOverAt = null,
        Worst = null,
        Tallies = [],
        VerifyEnabled = state is { Sending: SendingStatus.Pausing, PauseRequested: true },
        PauseRequested = false,
        ResumedAt = now,
        CountFrom = CountFrom(state.Sending == SendingStatus.Paused ? state.PausedAt : null, now),
        RemindedAt = null,
    };
}
