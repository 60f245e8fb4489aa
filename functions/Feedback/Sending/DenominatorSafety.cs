using Feedback.Reputation;

namespace Feedback.Sending;

/// <summary>What is known of deliveries that are not counted yet, when a pause would follow.</summary>
/// <param name="Now">How the delivery queue stands.</param>
/// <param name="Left">Of the messages that waited when the hold began, how many still may. 0 without a hold.</param>
/// <param name="SinceHold">
/// The windows as they lay when the hold began, with all that has been counted in them and after them since. Empty without a hold.
/// </param>
internal sealed record DenominatorSafety(Backlog Now, long Left, IReadOnlyList<WindowTally> SinceHold)
{
    /// <summary>
    /// Critical even if all that waits were deliveries of this set. Or else: the events known when the hold began are critical even if all
    /// that waited then and still may were. On a busy account something always waits, but not the same.
    /// </summary>
    internal bool Allows(SubjectState state, Policy policy, Assessment assessment) =>
        IsCritical(policy, assessment.Tallies, Now.Waiting) || IsCritical(policy, WithEventsOf(state.Tallies), Left);

    private static bool IsCritical(Policy policy, IReadOnlyList<WindowTally> tallies, long waiting) =>
        tallies.Count > 0 && Assessment.Of(policy, [.. tallies.Select(t => t with { Tally = t.Tally.WithDeliveries(waiting) })], Level.Normal).Breached == Level.Critical;

    private List<WindowTally> WithEventsOf(IReadOnlyList<WindowTally> then) =>
        [.. from now in SinceHold join before in then on now.Window equals before.Window select now with { Tally = now.Tally.WithEventsOf(before.Tally) }];
}
