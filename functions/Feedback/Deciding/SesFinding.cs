using Feedback.Reputation;

namespace Feedback.Deciding;

/// <summary>SES's own metric says that a configuration set is over a threshold.</summary>
/// <param name="ConfigurationSet">The set the metric is of.</param>
/// <param name="Signal">Which rate.</param>
/// <param name="Threshold">The alarm's threshold, a fraction.</param>
/// <param name="At">When the alarm changed its state.</param>
/// <param name="AlarmName">The CloudWatch alarm.</param>
internal sealed record SesFinding(string ConfigurationSet, Signal Signal, decimal Threshold, DateTimeOffset At, string AlarmName)
{
    /// <summary>How the finding is told: it is SES's, not ours.</summary>
    public override string ToString() =>
        $"SES's own metric {Signal.SesMetric} is over {Percent.Of(Threshold)} (CloudWatch alarm {AlarmName}).";
}
