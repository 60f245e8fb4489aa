using System.Text.Json;
using Feedback.Deciding;
using Feedback.Notifications;
using Feedback.Reputation;

namespace Feedback.Alarms;

/// <summary>
/// Reads a CloudWatch alarm notification. State, namespace, metric, comparison and dimension must all be what they have to be: an OK, or
/// an alarm on something else, pauses nobody.
/// </summary>
internal static class AlarmParser
{
    private const string SesNamespace = "AWS/SES";
    private const string SetDimension = "ses:configuration-set";

    internal static ParsedAlarm Parse(string message)
    {
        try
        {
            return JsonSerializer.Deserialize(message, AlarmJson.Default.AlarmNotification) is { } notification
                ? Evaluate(notification)
                : Ignore("no alarm");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return Ignore("not a CloudWatch alarm notification");
        }
    }

    /// <summary>Whether it is a notification of CloudWatch at all, of whichever alarm and state.</summary>
    internal static bool IsAlarm(string message)
    {
        try
        {
            return JsonSerializer.Deserialize(message, AlarmJson.Default.AlarmNotification) is { AlarmName: not null, NewStateValue: not null };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static ParsedAlarm Evaluate(AlarmNotification alarm)
    {
        var trigger = alarm.Trigger;
        var dimensions = trigger?.Dimensions ?? [];
        return alarm switch
        {
            { NewStateValue: not "ALARM" } => Ignore("its state is not ALARM"),
            _ when trigger?.Namespace != SesNamespace => Ignore($"its namespace is not {SesNamespace}"),
            _ when SignalOf(trigger?.MetricName) is null => Ignore("its metric is not one of SES's reputation rates"),
            _ when trigger?.ComparisonOperator is not ("GreaterThanThreshold" or "GreaterThanOrEqualToThreshold") => Ignore("it does not watch for a rate that is too high"),
            _ when trigger.Threshold is not > 0 => Ignore("it has no threshold"),
            _ when dimensions is not [{ Name: SetDimension, Value: { Length: > 0 } }] => Ignore("it is not of one configuration set"),
            _ when !ConfigurationSetName.IsValid(dimensions[0].Value) => Ignore("its dimension is not the name of a configuration set"),
            { StateChangeTime: null } => Ignore("it does not say when"),
            _ => new ParsedAlarm.Finding(new SesFinding(
                dimensions[0].Value!,
                SignalOf(trigger.MetricName)!.Value,
                trigger.Threshold.Value,
                alarm.StateChangeTime.Value,
                alarm.AlarmName ?? "without a name")),
        };
    }

    private static Signal? SignalOf(string? metric) => metric switch
    {
        "Reputation.BounceRate" => Signal.Bounce,
        "Reputation.ComplaintRate" => Signal.Complaint,
        _ => null,
    };

    private static ParsedAlarm.Ignored Ignore(string reason) => new(reason);
}
