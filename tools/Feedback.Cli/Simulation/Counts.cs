using Feedback.Cli.Output;

namespace Feedback.Cli.Simulation;

/// <summary>An entity's five counters.</summary>
internal readonly record struct Counts(long Attempts, long Deliveries, long HardBounces, long SoftBounces, long Complaints)
{
    public static Counts operator +(Counts one, Counts other) => new(
        one.Attempts + other.Attempts,
        one.Deliveries + other.Deliveries,
        one.HardBounces + other.HardBounces,
        one.SoftBounces + other.SoftBounces,
        one.Complaints + other.Complaints);

    public override string ToString() =>
        $"{Figures.Count(Attempts, "attempt")}, {Figures.Count(Deliveries, "delivery", "deliveries")}, {Figures.Count(HardBounces, "hard bounce")}, "
        + $"{Figures.Count(SoftBounces, "soft bounce")}, {Figures.Count(Complaints, "complaint")}";
}
