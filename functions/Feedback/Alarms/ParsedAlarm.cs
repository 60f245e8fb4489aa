using Feedback.Deciding;

namespace Feedback.Alarms;

/// <summary>What a CloudWatch alarm notification is to us.</summary>
internal abstract record ParsedAlarm
{
    internal sealed record Finding(SesFinding Of) : ParsedAlarm;

    /// <summary>Another metric, another state, or no alarm at all: nothing to do.</summary>
    internal sealed record Ignored(string Reason) : ParsedAlarm;
}
