using Feedback.Reputation;

namespace Feedback.Deciding;

/// <summary>From when on mail counts after a resume, as SES starts its own metrics afresh.</summary>
internal static class Resumption
{
    /// <summary>
    /// Buckets are 15 minutes wide, so the one in which the resume falls is counted only if it holds no mail from before the pause.
    /// Nothing is sent while a set is paused: that is so when the pause came before the bucket began. Else counting starts with the next.
    /// </summary>
    /// <param name="pausedAt">When SES confirmed the pause that ends; null if none does.</param>
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
        Worst = null,
        Tallies = [],
        ResumedAt = now,
        CountFrom = CountFrom(state.Sending == SendingStatus.Paused ? state.PausedAt : null, now),
        RemindedAt = null,
    };
}
