namespace Feedback.Reputation;

/// <summary>When a signal warns and when it is critical.</summary>
/// <param name="Warning">A fraction, not percent: 0.02 is 2 %.</param>
/// <param name="Critical">A fraction above <paramref name="Warning"/>.</param>
/// <param name="MinimumEvents">Fewer events than this are never a breach, whatever the rate.</param>
internal sealed record Thresholds(decimal Warning, decimal Critical, long MinimumEvents)
{
    /// <summary>2 % and 4 %: 40 % and 80 % of the 5 % at which SES puts an account under review.</summary>
    internal static Thresholds DefaultBounce { get; } = new(0.02m, 0.04m, MinimumEvents: 5);

    /// <summary>0.04 % and 0.08 %: 40 % and 80 % of the 0.1 % at which SES puts an account under review.</summary>
    internal static Thresholds DefaultComplaint { get; } = new(0.0004m, 0.0008m, MinimumEvents: 3);

    internal decimal For(Level level) => level == Level.Critical ? Critical : Warning;
}
