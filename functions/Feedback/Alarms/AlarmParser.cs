using System.Text.Json;
using Feedback.Deciding;
using Feedback.Notifications;
using Feedback.Reputation;

namespace Feedback.Alarms;

/// <summary>
/// Reads CloudWatch alarm notifications. State, namespace, metric, comparison and dimension must all match: an alarm on another metric must
/// not pause a set.
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
                : Ignore("it is empty");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return Ignore("it is not a CloudWatch alarm notification");
        }
    }

    /// <summary>Returns whether this is a CloudWatch alarm notification, of any alarm and state.</summary>
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
            { NewStateValue: not ("ALARM" or "OK") } => Ignore("its state is neither ALARM nor OK"),
            _ when trigger?.Namespace != SesNamespace => Ignore($"its namespace is not {SesNamespace}"),
            _ when SignalOf(trigger?.MetricName) is null => Ignore("its metric is not one of SES's reputation rates"),
            _ when trigger?.ComparisonOperator is not ("GreaterThanThreshold" or "GreaterThanOrEqualToThreshold") =>
                Ignore("it does not compare with an upper threshold"),
            { NewStateValue: "ALARM" } when BreachesWithoutData(trigger.TreatMissingData) => Ignore("it treats missing data as breaching"),
            _ when trigger.Threshold is not > 0 => Ignore("it has no threshold"),
            _ when dimensions is not [{ Name: SetDimension, Value: { Length: > 0 } }] => Ignore("its dimension is not one configuration set"),
            _ when !ConfigurationSetName.IsValid(dimensions[0].Value) => Ignore("its dimension is not the name of a configuration set"),
            { StateChangeTime: null } => Ignore("it has no time"),
            { NewStateValue: "OK" } => new ParsedAlarm.Over(Finding(alarm, trigger)),
            _ => new ParsedAlarm.Finding(Finding(alarm, trigger)),
        };
    }

    private static SesFinding Finding(AlarmNotification alarm, AlarmNotification.AlarmTrigger trigger) => new(
        trigger.Dimensions![0].Value!,
        SignalOf(trigger.MetricName)!,
        trigger.Threshold!.Value,
        alarm.StateChangeTime!.Value,
        alarm.AlarmName ?? "without a name");

    /// <summary>Such an alarm goes off when the set sends nothing. CloudWatch writes the setting with or without its name in front.</summary>
    private static bool BreachesWithoutData(string? setting) =>
        setting?.Split(':', ' ')[^1] is { } value && value.Equals("breaching", StringComparison.OrdinalIgnoreCase);

    private static Signal? SignalOf(string? metric) => Signal.All.FirstOrDefault(signal => signal.SesMetric == metric);

    private static ParsedAlarm.Ignored Ignore(string reason) => new(reason);
}
