using Feedback.Deciding.Lag;
using Feedback.Reputation;

namespace Feedback.Deciding;

/// <summary>
/// Computes when an entity has to be looked at again, if no new bounce or complaint asks for it earlier. Quiet and healthy entities are never
/// due, so they cost nothing.
/// </summary>
internal static class NextEvaluation
{
    /// <summary>How often a paused entity is compared with SES.</summary>
    internal static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    /// <param name="state">The state as the evaluation and the reconciliation left it.</param>
    /// <param name="policy">The entity's policy.</param>
    /// <param name="counters">The counters that were evaluated.</param>
    /// <param name="now">The time of the evaluation.</param>
    /// <returns>Null for never.</returns>
    internal static DateTimeOffset? Of(
        EntityState state,
        Policy policy,
        IReadOnlyList<(Bucket Bucket, Tally Tally)> counters,
        DateTimeOffset now)
    {
        var isLeftAlone = policy.Mode == Mode.Off && state is { IsUnfinished: false, VerifyEnabled: false, Sending: SendingStatus.Enabled };
        return isLeftAlone ? null : Of(state, now) ?? FirstBreach(policy, counters, state.CountFrom, now);
    }

    /// <summary>Looks at the state alone. Null if only the counters could tell.</summary>
    internal static DateTimeOffset? Of(EntityState state, DateTimeOffset now) => state switch
    {
        { IsUnfinished: true } => state.LeasedUntil > now ? state.LeasedUntil : now,
        { Hold: { Reason: HoldReason.DeliveriesNotPublished, Told: true } } => Bucket.Of(now).End,
        { Held: true } => now + DeliveryLag.Slack,
        { VerifyEnabled: true } or { Sending: SendingStatus.Paused } => now + Soon,
        { Level: not Level.Normal } => Bucket.Of(now).End,
        _ => null,
    };

    /// <summary>
    /// The first bucket boundary at which a rate would breach if no more mail came. A rate can rise without new mail when a bucket with many
    /// deliveries and few events leaves the window.
    /// </summary>
    private static DateTimeOffset? FirstBreach(
        Policy policy,
        IReadOnlyList<(Bucket Bucket, Tally Tally)> counters,
        DateTimeOffset? countFrom,
        DateTimeOffset now)
    {
        var ordered = counters.OrderBy(counter => counter.Bucket.Start).ToList();
        return policy.Windows.Min(window => FirstBreach(policy, window, ordered, countFrom, now));
    }

    private static DateTimeOffset? FirstBreach(
        Policy policy,
        Window window,
        List<(Bucket Bucket, Tally Tally)> counters,
        DateTimeOffset? countFrom,
        DateTimeOffset now)
    {
        var start = WindowTally.Start(window, now, countFrom);
        var inWindow = counters.Where(counter => counter.Bucket.Start >= start).ToList();
        var sum = inWindow.Aggregate(Tally.Zero, (total, counter) => total + counter.Tally);
        foreach (var (bucket, tally) in inWindow)
        {
            if (!CanBreach(policy, sum))
            {
                return null;
            }

            sum += -tally;
            if (Assessment.Of(policy, [new WindowTally(window, sum)], Level.Normal).Breached > Level.Normal)
            {
                return bucket.End + window.Length;
            }
        }

        return null;
    }

    /// <summary>Events only leave a window as time passes, so too few of them now are too few at any later time.</summary>
    private static bool CanBreach(Policy policy, Tally sum) =>
        sum.HardBounces >= policy.Bounce.MinimumEvents || sum.Complaints >= policy.Complaint.MinimumEvents;
}
