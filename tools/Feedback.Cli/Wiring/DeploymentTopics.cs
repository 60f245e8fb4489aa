using Feedback.Aws.Ses;

namespace Feedback.Cli.Wiring;

/// <summary>The topics of a deployment that sets and alarms publish to.</summary>
/// <param name="Destinations">The event destinations that each configuration set should have.</param>
/// <param name="SesAlarmTopic">The ARN of the topic that AlarmFunction listens to.</param>
internal sealed record DeploymentTopics(IReadOnlyList<TopicDestination> Destinations, string SesAlarmTopic)
{
    private const string SesAlarms = "SesAlarmTopic";

    /// <summary>The logical ids of the topics in the template.</summary>
    public static IEnumerable<string> Ids => [.. WantedDestinations.TopicIds, SesAlarms];

    /// <summary>Returns the topics among the required ones that are missing.</summary>
    public static IReadOnlyList<string> Missing(IReadOnlyDictionary<string, string> arns) =>
        [.. WantedDestinations.Missing(arns), .. arns.ContainsKey(SesAlarms) ? Array.Empty<string>() : [SesAlarms]];

    /// <param name="arns">The ARNs of the topics by their logical ids. None of the required ones is missing.</param>
    public static DeploymentTopics Of(IReadOnlyDictionary<string, string> arns) => new(WantedDestinations.Of(arns), arns[SesAlarms]);
}
