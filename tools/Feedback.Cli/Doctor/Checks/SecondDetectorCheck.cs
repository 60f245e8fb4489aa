using Feedback.Cli.Doctor.SetUps;

namespace Feedback.Cli.Doctor.Checks;

/// <summary>Finds sets that no alarm on SES's own rates watches.</summary>
internal sealed class SecondDetectorCheck : ICheck
{
    private static readonly string[] Metrics = ["AWS/SES Reputation.BounceRate", "AWS/SES Reputation.ComplaintRate"];

    public IEnumerable<Finding> Judge(SetUp setUp)
    {
        if (setUp.Alarms is not { } alarms)
        {
            return [];
        }

        return setUp.Sets.Where(set => !Metrics.All(metric => Watches(alarms, set.Name, metric))).Select(set => new Finding(
            Severity.Info,
            "second-detector",
            set.Name,
            "No alarms watch SES's own bounce and complaint rate of this set.",
            "If its events get lost on the way, nothing pauses it.",
            $"aws cloudformation deploy --template-file docs/ses-alarms.yaml --stack-name feedback-ses-alarms-{set.Name.Replace('_', '-')} "
                + $"--parameter-overrides ConfigurationSet={set.Name} SesAlarmTopicArn=ARN"));
    }

    private static bool Watches(IEnumerable<Alarm> alarms, string set, string metric) =>
        alarms.Any(alarm => alarm.ConfigurationSet == set && alarm.Metric == metric && alarm.Actions.Count > 0);
}
