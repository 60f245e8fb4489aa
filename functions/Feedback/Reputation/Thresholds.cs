namespace Feedback.Reputation;

/// <summary>The rates at which a signal reaches warning and critical.</summary>
/// <param name="Warning">A fraction, not percent: 0.02 is 2 %.</param>
/// <param name="Critical">A fraction above <paramref name="Warning"/>.</param>
/// <param name="MinimumEvents">With fewer events than this, no level is reached at any rate.</param>
/// <param name="RepresentativeVolume">From this many trials on, the plain rate decides; below, the Wilson lower bound must reach the threshold.</param>
internal sealed record Thresholds(decimal Warning, decimal Critical, long MinimumEvents, long RepresentativeVolume)
{
    /// <summary>
    /// 2 % and 4 %: 40 % and 80 % of the 5 % at which SES puts an account under review. A set is evaluated
    /// often and in every window, so with a minimum below 10 bounces chance alone pauses healthy sets (figures in docs/simulation.md).
    /// </summary>
    internal static Thresholds DefaultBounce { get; } = new(0.02m, 0.04m, MinimumEvents: 10, RepresentativeVolume: 1_000);

    /// <summary>
    /// 0.04 % and 0.08 %: 40 % and 80 % of the 0.1 % at which SES puts an account under review. Complaints are fifty times rarer than
    /// bounces, so it takes 7,500 deliveries before a critical rate is more than a handful of them (6).
    /// </summary>
    internal static Thresholds DefaultComplaint { get; } = new(0.0004m, 0.0008m, MinimumEvents: 4, RepresentativeVolume: 7_500);

    internal decimal For(Level level) => level == Level.Critical ? Critical : Warning;
}
