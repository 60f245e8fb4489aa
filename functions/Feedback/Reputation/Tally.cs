using Feedback.Notifications;

namespace Feedback.Reputation;

/// <summary>Counts of outcomes. Each (message, recipient) adds at most one to each number, so no rate can pass 100 %.</summary>
/// <param name="Attempts">Outcomes except those that SES never attempted.</param>
/// <param name="Deliveries">Outcomes with a delivery, or with a complaint that proves one.</param>
/// <param name="HardBounces">The numerator of the bounce rate.</param>
/// <param name="SoftBounces">Counted in the denominator only.</param>
/// <param name="Complaints">At most one for each feedbackId.</param>
internal readonly record struct Tally(long Attempts, long Deliveries, long HardBounces, long SoftBounces, long Complaints)
{
    internal static readonly Tally Zero;

    /// <summary>Counted for reports. Windows and rates leave them out.</summary>
    internal SendingProblems Problems { get; init; }

    internal static Tally Of(Evidence evidence) => new(
        Attempts: One(evidence, Evidence.Delivered | Evidence.SoftBounced | Evidence.HardBounced | Evidence.Complained),
        Deliveries: One(evidence, Evidence.Delivered | Evidence.Complained),
        HardBounces: One(evidence, Evidence.HardBounced),
        SoftBounces: One(evidence, Evidence.SoftBounced),
        Complaints: One(evidence, Evidence.Complained))
    {
        Problems = SendingProblems.Of(evidence),
    };

    private static long One(Evidence evidence, Evidence anyOf) => (evidence & anyOf) == Evidence.None ? 0 : 1;

    /// <summary>Returns the tally with <paramref name="backlog"/> more deliveries.</summary>
    internal Tally WithDeliveries(long backlog) => this with { Attempts = Attempts + backlog, Deliveries = Deliveries + backlog };

    /// <summary>Returns the tally with no more events than <paramref name="earlier"/> has.</summary>
    internal Tally WithEventsOf(Tally earlier) => this with
    {
        HardBounces = Math.Min(HardBounces, earlier.HardBounces),
        Complaints = Math.Min(Complaints, earlier.Complaints),
    };

    public static Tally operator +(Tally a, Tally b) => new(
        a.Attempts + b.Attempts,
        a.Deliveries + b.Deliveries,
        a.HardBounces + b.HardBounces,
        a.SoftBounces + b.SoftBounces,
        a.Complaints + b.Complaints)
    {
        Problems = a.Problems + b.Problems,
    };

    public static Tally operator -(Tally a) =>
        new(-a.Attempts, -a.Deliveries, -a.HardBounces, -a.SoftBounces, -a.Complaints) { Problems = -a.Problems };
}
