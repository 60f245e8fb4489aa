using Feedback.Cli.Doctor.SetUps;

namespace Feedback.Cli.Doctor.Checks;

/// <summary>Finds alarms of the deployment that are on: queues that wait, functions that fail, and the sweep that has stopped.</summary>
internal sealed class AlarmCheck : ICheck
{
    public IEnumerable<Finding> Judge(SetUp setUp)
    {
        if (setUp.Alarms is not { } alarms)
        {
            return [];
        }

        var own = alarms.Where(alarm => alarm.Actions.Contains(setUp.Settings.AlarmTopicArn)).ToList();
        if (own.Count == 0)
        {
            return
            [
                new Finding(
                    Severity.Warning,
                    "alarms",
                    "CloudWatch",
                    "No alarm tells the topic of the alerts.",
                    "On-call does not learn of functions that fail, of messages that wait, or of a sweep that has stopped.",
                    "Deploy the stack again: sam deploy"),
            ];
        }

        return own.Where(alarm => alarm.IsOn).Select(alarm => new Finding(
            Severity.Error,
            "alarms",
            alarm.Name,
            "The alarm is on.",
            "docs/operations.md has a chapter for each alarm.",
            $"aws cloudwatch describe-alarms --alarm-names {alarm.Name}"));
    }
}
