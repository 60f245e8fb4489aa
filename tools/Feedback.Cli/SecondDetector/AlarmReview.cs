using Feedback.Reputation;

namespace Feedback.Cli.SecondDetector;

/// <summary>Compares alarms with the one that a set should have for a rate.</summary>
internal static class AlarmReview
{
    /// <summary>Returns whether one of the alarms does what is wanted, whatever its name.</summary>
    public static bool IsDone(IEnumerable<SetAlarm> existing, SetAlarm wanted) =>
        existing.Any(alarm => IsAbout(alarm, wanted) && !Flaws(alarm, wanted).Any());

    /// <summary>Returns the alarm that was meant for AlarmFunction, ours first; null if there is none.</summary>
    public static SetAlarm? Meant(IEnumerable<SetAlarm> existing, SetAlarm wanted) => existing
        .Where(alarm => IsAbout(alarm, wanted) && (alarm.IsOurs || Tells(alarm.Topics, wanted.Topics) || Tells(alarm.OkTopics, wanted.OkTopics)))
        .OrderByDescending(alarm => alarm.IsOurs)
        .FirstOrDefault();

    /// <summary>
    /// Returns why AlarmFunction would not act on an alarm as the set's policy wants it; nothing if it would. An alarm that was made by hand
    /// may have a higher threshold, other periods and another statistic.
    /// </summary>
    public static IEnumerable<string> Flaws(SetAlarm alarm, SetAlarm wanted)
    {
        if (!alarm.ActionsEnabled)
        {
            yield return "Its actions are off.";
        }

        if (!Tells(alarm.Topics, wanted.Topics))
        {
            yield return "It does not tell AlarmFunction when it begins.";
        }

        if (!Tells(alarm.OkTopics, wanted.OkTopics))
        {
            yield return "It does not tell AlarmFunction when it is over.";
        }

        if (alarm.Comparison is not ("GreaterThanOrEqualToThreshold" or "GreaterThanThreshold"))
        {
            yield return "It does not compare with an upper threshold.";
        }

        if (alarm.MissingData == "breaching")
        {
            yield return "It treats missing data as breaching.";
        }

        if (alarm.Threshold < wanted.Threshold || (alarm.IsOurs && alarm.Threshold != wanted.Threshold))
        {
            yield return $"Its threshold is {Percent.Of(alarm.Threshold)}, and the critical rate of the policy {Percent.Of(wanted.Threshold)}.";
        }

        if (alarm.IsOurs && Evaluation(alarm) != Evaluation(wanted))
        {
            yield return "Its evaluation was changed by hand.";
        }
    }

    private static bool IsAbout(SetAlarm alarm, SetAlarm wanted) => alarm.ConfigurationSet == wanted.ConfigurationSet && alarm.Signal == wanted.Signal;

    private static bool Tells(IReadOnlyList<string> topics, IReadOnlyList<string> wanted) =>
        wanted.Count == 0 ? topics.Count > 0 : wanted.All(topics.Contains);

    private static (string, string, int, int, string) Evaluation(SetAlarm alarm) =>
        (alarm.Comparison, alarm.Statistic, alarm.Period, alarm.EvaluationPeriods, alarm.MissingData);
}
