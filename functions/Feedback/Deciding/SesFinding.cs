using Feedback.Reputation;

namespace Feedback.Deciding;

/// <summary>A CloudWatch alarm on one of SES's own reputation metrics: a configuration set is over a threshold.</summary>
/// <param name="ConfigurationSet">The set that the metric belongs to.</param>
/// <param name="Signal">The rate that the metric measures.</param>
/// <param name="Threshold">The alarm's threshold, a fraction.</param>
/// <param name="At">When the alarm changed its state.</param>
/// <param name="AlarmName">The CloudWatch alarm.</param>
internal sealed record SesFinding(string ConfigurationSet, Signal Signal, decimal Threshold, DateTimeOffset At, string AlarmName)
{
    /// <summary>Adds the finding's sentence to those of others.</summary>
    internal string In(string? findings) => IsIn(findings) ? findings! : findings is null ? ToString() : $"{findings} {this}";

    internal bool IsIn(string? findings) => findings?.Contains(ToString(), StringComparison.Ordinal) ?? false;

    /// <summary>Returns the sentences of the others; null if there are none.</summary>
    internal string? NotIn(string? findings) =>
        findings?.Replace(ToString(), string.Empty, StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal).Trim() is { Length: > 0 } others
            ? others
            : null;

    /// <summary>The sentence that mails and history use.</summary>
    public override string ToString() =>
        $"SES's own metric {Signal.SesMetric} is over {Percent.Of(Threshold)} (CloudWatch alarm {AlarmName}).";
}
