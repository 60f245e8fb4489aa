using System.Globalization;
using System.Text.Json;

namespace Feedback.EndToEnd.Tests.Events;

/// <summary>The alarm on SES's own metrics, as SNS hands it to the AlarmFunction.</summary>
internal static class AlarmEvents
{
    /// <param name="set">The configuration set.</param>
    /// <param name="at">When the alarm changed its state.</param>
    /// <param name="state">OK when it is over.</param>
    internal static string OfBounceRate(string set, DateTimeOffset at, string state = "ALARM")
    {
        var changedAt = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture);
        var message = $$$"""
            {"AlarmName":"feedback-{{{set}}}-BounceRate","AWSAccountId":"123456789012","NewStateValue":"{{{state}}}",
            "StateChangeTime":"{{{changedAt}}}+0000","OldStateValue":"OK","Trigger":{"MetricName":"Reputation.BounceRate","Namespace":"AWS/SES",
            "Dimensions":[{"value":"{{{set}}}","name":"ses:configuration-set"}],"ComparisonOperator":"GreaterThanOrEqualToThreshold","Threshold":0.04}}
            """;
        return $$$"""
            {"Records":[{"EventSource":"aws:sns","EventVersion":"1.0","Sns":{"Type":"Notification","MessageId":"33db573e-9227-4db7-a4f8-3f1a1c4bdee8",
            "Message":"{{{JsonEncodedText.Encode(message)}}}"}}]}
            """;
    }
}
