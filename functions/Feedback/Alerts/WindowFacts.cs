using Feedback.Reputation;

namespace Feedback.Alerts;

/// <summary>One window's counts and rates; rates are fractions.</summary>
internal sealed record WindowFacts(
    string Window,
    long Attempts,
    long Deliveries,
    long HardBounces,
    long SoftBounces,
    long Complaints,
    decimal BounceRate,
    decimal ComplaintRate)
{
    internal static WindowFacts Of(WindowTally tally) => new(
        tally.Window.ToString(),
        tally.Tally.Attempts,
        tally.Tally.Deliveries,
        tally.Tally.HardBounces,
        tally.Tally.SoftBounces,
        tally.Tally.Complaints,
        Rate.Of(Signal.Bounce, tally.Window, tally.Tally).Value,
        Rate.Of(Signal.Complaint, tally.Window, tally.Tally).Value);
}
