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

        var unwatched = setUp.Sets.Select(set => set.Name).Where(set => !Metrics.All(metric => Watches(alarms, set, metric))).ToList();
        return unwatched.Count == 0 ? [] : [Unwatched(unwatched)];
    }

    private static Finding Unwatched(IReadOnlyList<string> sets) => new(
        Severity.Info,
        "second-detector",
        Routes.Names(sets),
        "No alarms watch SES's own bounce and complaint rate.",
        "If events get lost on the way, nothing pauses the set. Deploy the alarms once for each set that matters.",
        $"aws cloudformation deploy --template-file docs/ses-alarms.yaml --stack-name feedback-ses-alarms-{sets[0].Replace('_', '-')} "
            + $"--parameter-overrides ConfigurationSet={sets[0]} SesAlarmTopicArn=ARN");

    private static bool Watches(IEnumerable<Alarm> alarms, string set, string metric) =>
        alarms.Any(alarm => alarm.ConfigurationSet == set && alarm.Metric == metric && alarm.Actions.Count > 0);
}
