namespace Feedback.Reputation;

/// <summary>
/// A rate that decides levels: what it counts, what it divides by, and what both are called. A new signal is one more instance in
/// <see cref="All"/>, since no other code names the signals one by one where it means all of them.
/// </summary>
internal sealed class Signal
{
    /// <summary>Hard bounces over attempts.</summary>
    internal static Signal Bounce { get; } = new()
    {
        Name = "Bounce",
        Noun = "hard bounces",
        Finding = "attempts hard-bounced",
        Events = tally => tally.HardBounces,
        Trials = tally => tally.Attempts,
        Thresholds = policy => policy.Bounce,
    };

    /// <summary>Complaints over deliveries.</summary>
    internal static Signal Complaint { get; } = new()
    {
        Name = "Complaint",
        Noun = "complaints",
        Finding = "deliveries drew a complaint",
        Events = tally => tally.Complaints,
        Trials = tally => tally.Deliveries,
        Thresholds = policy => policy.Complaint,
    };

    internal static IReadOnlyList<Signal> All { get; } = [Bounce, Complaint];

    /// <summary>The name in state items, and in the names of metrics: <c>BounceRate</c>.</summary>
    internal required string Name { get; init; }

    /// <summary>What the events are called.</summary>
    internal required string Noun { get; init; }

    /// <summary>The words between the counts and the window, as in <c>77 of 1,240 attempts hard-bounced in 1h</c>.</summary>
    internal required string Finding { get; init; }

    /// <summary>The numerator.</summary>
    internal required Func<Tally, long> Events { get; init; }

    /// <summary>The denominator.</summary>
    internal required Func<Tally, long> Trials { get; init; }

    internal required Func<Policy, Thresholds> Thresholds { get; init; }

    /// <summary>The name of Feedback's own metric.</summary>
    internal string Metric => $"{Name}Rate";

    /// <summary>The name of SES's own metric.</summary>
    internal string SesMetric => $"Reputation.{Name}Rate";

    /// <exception cref="FormatException">There is no signal of this name.</exception>
    internal static Signal Parse(string name) =>
        All.FirstOrDefault(signal => signal.Name == name) ?? throw new FormatException($"'{name}' is not the name of a signal.");

    public override string ToString() => Name;
}
