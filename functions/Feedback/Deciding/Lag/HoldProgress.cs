using Feedback.Reputation;

namespace Feedback.Deciding.Lag;

/// <summary>What is known now about the events that put an entity on hold.</summary>
/// <param name="Lag">The deliveries of that time that are still missing.</param>
/// <param name="Tallies">The windows as they were at that time, with everything that has been counted in them since.</param>
internal sealed record HoldProgress(DeliveryLag Lag, IReadOnlyList<WindowTally> Tallies)
{
    /// <summary>
    /// Returns the assessment that justifies the pause: the events known when the hold began are critical, even if every missing delivery
    /// is this entity's. Later events don't count, since their deliveries may be missing too. Null if nothing is confirmed.
    /// </summary>
    /// <param name="policy">The entity's policy.</param>
    /// <param name="known">The counts when the hold began.</param>
    internal Assessment? Confirmed(Policy policy, IReadOnlyList<WindowTally> known)
    {
        var reviewed = Tallies
            .Join(known, now => now.Window, then => then.Window, (now, then) => now with { Tally = now.Tally.WithEventsOf(then.Tally) })
            .ToList();
        return Lag.Missing is { } missing && reviewed.Count > 0 && IsCritical(policy, reviewed, missing)
            ? Assessment.Of(policy, reviewed, Level.Critical)
            : null;
    }

    private static bool IsCritical(Policy policy, IReadOnlyList<WindowTally> tallies, long missing) =>
        Assessment.Of(policy, [.. tallies.Select(t => t with { Tally = t.Tally.WithDeliveries(missing) })], Level.Normal).Breached == Level.Critical;
}
