using Feedback.Reputation;

namespace Feedback.Deciding.Lag;

/// <summary>What is known of deliveries that are not counted yet, when an entity seems critical.</summary>
/// <param name="Now">How the delivery queue stands.</param>
/// <param name="Tallies">The counts, read after the queue was asked: what left the queue before that is among them.</param>
/// <param name="SinceHold">Of a hold that has settled, what has been counted since; null without one.</param>
internal sealed record DeliveryLag(LagSnapshot Now, IReadOnlyList<WindowTally> Tallies, HoldProgress? SinceHold)
{
    /// <summary>
    /// Critical even if all that waits were deliveries of this entity. Or else: the events known when the hold began are critical even if
    /// all that waited then and still may were. On a busy account something always waits, but not the same.
    /// </summary>
    /// <param name="policy">The entity's policy.</param>
    /// <param name="talliesAtHold">The counts when the hold began.</param>
    internal bool Confirms(Policy policy, IReadOnlyList<WindowTally> talliesAtHold) =>
        IsCritical(policy, Tallies, Now.Waiting)
        || (SinceHold is { } progress && IsCritical(policy, progress.WithEventsOf(talliesAtHold), progress.Left));

    private static bool IsCritical(Policy policy, IReadOnlyList<WindowTally> tallies, long waiting) =>
        tallies.Count > 0 && Assessment.Of(policy, [.. tallies.Select(t => t with { Tally = t.Tally.WithDeliveries(waiting) })], Level.Normal).Breached == Level.Critical;
}
