using Feedback.Deciding;

namespace Feedback.Alarms;

/// <summary>The meaning of a CloudWatch alarm notification.</summary>
internal abstract record ParsedAlarm
{
    /// <summary>A configuration set is over a threshold by SES's own metric.</summary>
    internal sealed record Finding(SesFinding Of) : ParsedAlarm;

    /// <summary>The alarm behind a finding is over.</summary>
    internal sealed record Over(SesFinding Of) : ParsedAlarm;

    /// <summary>Another metric, another state, or no alarm at all: there is nothing to do.</summary>
    internal sealed record Ignored(string Reason) : ParsedAlarm;
}
