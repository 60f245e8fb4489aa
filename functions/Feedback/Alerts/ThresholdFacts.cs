using Feedback.Reputation;

namespace Feedback.Alerts;

/// <summary>The thresholds a rate was held against; fractions.</summary>
internal sealed record ThresholdFacts(decimal Warning, decimal Critical)
{
    internal static ThresholdFacts Of(Thresholds thresholds) => new(thresholds.Warning, thresholds.Critical);
}
