using System.Globalization;
using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Alerts;

/// <summary>Composes the pager's form of an alert, if on-call has to be woken, or if what woke on-call is over.</summary>
internal static class PageComposer
{
    private const string Alarm = "ALARM";
    private const string Ok = "OK";

    /// <summary>SNS accepts fewer than 100 characters.</summary>
    private const int LongestSubject = 99;

    internal static AlertPage? Compose(EntityState state, Policy policy, AlertContent content, AlertFacts facts, Deployment deployment)
    {
        if (StateOf(state) is not { } alarmState)
        {
            return null;
        }

        var name = "Feedback-" + state.Entity.CommandName;
        var subject = $"{alarmState}: \"{name}\" in {facts.Region}";
        var notification = new PageNotification
        {
            AlarmName = name,
            AlarmDescription = string.Join(' ', content.Steps.Select(step => step.Copy is { } copy ? $"{step.Text} {copy}" : step.Text)),
            AccountId = facts.AccountId,
            NewStateValue = alarmState,
            NewStateReason = string.Join(' ', [content.Headline, .. content.Notes, content.Because ?? string.Empty]).Trim(),
            StateChangeTime = facts.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture) + "+0000",
            Region = facts.Region,
            AlarmArn = $"arn:{deployment.Partition}:cloudwatch:{facts.Region}:{facts.AccountId}:alarm:{name}",
            OldStateValue = alarmState == Alarm ? Ok : Alarm,
            Trigger = Trigger(state, policy, facts),
        };
        return new AlertPage(subject.Length <= LongestSubject ? subject : subject[..LongestSubject], notification.ToJson());
    }

    /// <summary>
    /// Returns the alarm's new state; null for an alert that changes none. A level ends the alarm only if it was raised about a pause that
    /// SES did not confirm and that was taken back since.
    /// </summary>
    private static string? StateOf(EntityState state) => state.Alert!.Kind switch
    {
        AlertKind.Paused or AlertKind.PauseFailing => Alarm,
        AlertKind.Resumed or AlertKind.Recovered or AlertKind.PausedByOperator or AlertKind.AlreadyPaused => Ok,
        AlertKind.Warning or AlertKind.Critical when state.PauseFailureToldAt is not null => Ok,
        _ => null,
    };

    private static PageNotification.AlarmTrigger? Trigger(EntityState state, Policy policy, AlertFacts facts) => state.Worst is not { Trials: > 0 } worst
        ? null
        : new PageNotification.AlarmTrigger(
            worst.Signal.Metric,
            "Feedback",
            facts.ConfigurationSet is { } set ? [new PageNotification.Dimension(set, "ConfigurationSet")] : [],
            (int)worst.Window.Length.TotalSeconds,
            EvaluationPeriods: 1,
            "GreaterThanOrEqualToThreshold",
            policy.Of(worst.Signal).Critical);
}
