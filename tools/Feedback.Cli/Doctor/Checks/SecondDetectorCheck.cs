using Feedback.Cli.Doctor.SetUps;
using Feedback.Cli.SecondDetector;

namespace Feedback.Cli.Doctor.Checks;

/// <summary>Finds sets whose rates, as SES computes them, no alarm watches for AlarmFunction, and alarms of sets that are gone.</summary>
internal sealed class SecondDetectorCheck : ICheck
{
    private const string Name = "second-detector";
    private const int SetsInACommand = 5;

    public IEnumerable<Finding> Judge(SetUp setUp)
    {
        if (setUp.Alarms is null)
        {
            return [];
        }

        var existing = setUp.Alarms.Select(alarm => alarm.OfSet).OfType<SetAlarm>().ToList();
        var undone = (from set in setUp.Sets
                      let policy = setUp.PolicyOf(set.Name)
                      where policy is not null
                      from wanted in SetAlarm.Wanted(set.Name, policy, setUp.SesAlarmTopic)
                      where !AlarmReview.IsDone(existing, wanted)
                      select (Wanted: wanted, Meant: AlarmReview.Meant(existing, wanted))).ToList();
        var unwatched = undone.Where(one => one.Meant is null).Select(one => one.Wanted.ConfigurationSet).Distinct(StringComparer.Ordinal).ToList();
        return
        [
            .. undone.Where(one => one.Meant is not null).Select(one => Flawed(one.Meant!, one.Wanted)),
            .. Unwatched(unwatched),
            .. Gone(setUp, existing),
        ];
    }

    private static Finding Flawed(SetAlarm alarm, SetAlarm wanted) => new(
        Severity.Warning,
        Name,
        alarm.Name,
        string.Join(' ', AlarmReview.Flaws(alarm, wanted)),
        "If events get lost on the way, this alarm does not pause the set as its policy wants it.",
        Wire([alarm.ConfigurationSet]));

    private static IEnumerable<Finding> Unwatched(IReadOnlyList<string> sets) => sets.Count == 0 ? [] :
    [
        new Finding(
            Severity.Info,
            Name,
            Routes.Names(sets),
            "No alarms watch SES's own bounce and complaint rate.",
            "If events get lost on the way, nothing pauses the set.",
            Wire(sets)),
    ];

    private static IEnumerable<Finding> Gone(SetUp setUp, IEnumerable<SetAlarm> existing)
    {
        var gone = existing.Where(alarm => alarm.IsOurs && setUp.SetNames?.Contains(alarm.ConfigurationSet) == false)
            .Where(alarm => setUp.SesAlarmTopic is null || alarm.Topics.Contains(setUp.SesAlarmTopic))
            .Select(alarm => alarm.ConfigurationSet)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return gone.Count == 0 ? [] :
        [
            new Finding(
                Severity.Info,
                Name,
                Routes.Names(gone),
                "Alarms of the second detector are left, and SES has no such set.",
                "They never fire, and CloudWatch charges for them.",
                Wire(gone)),
        ];
    }

    private static string Wire(IReadOnlyList<string> sets) =>
        $"feedback wire {(sets.Count > SetsInACommand ? "--all" : string.Join(' ', sets))} --stack NAME";
}
