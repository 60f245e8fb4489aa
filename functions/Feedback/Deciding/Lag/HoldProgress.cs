using Feedback.Reputation;

namespace Feedback.Deciding.Lag;

/// <summary>A hold, looked at once the queue has had time to hand out again what failed.</summary>
/// <param name="Left">Of the messages that waited when it began, how many still may.</param>
/// <param name="Tallies">The windows as they lay when it began, to the end of that bucket, with all that has been counted in them since.</param>
internal sealed record HoldProgress(long Left, IReadOnlyList<WindowTally> Tallies)
{
    /// <summary>The counts with no more events than were known <paramref name="then"/>: the deliveries of later ones may still wait.</summary>
    internal List<WindowTally> WithEventsOf(IReadOnlyList<WindowTally> then) =>
        [.. from now in Tallies join before in then on now.Window equals before.Window select now with { Tally = now.Tally.WithEventsOf(before.Tally) }];
}
