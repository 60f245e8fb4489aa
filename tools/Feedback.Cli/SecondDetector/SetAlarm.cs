using Feedback.Reputation;

namespace Feedback.Cli.SecondDetector;

/// <summary>
/// A CloudWatch alarm on one of SES's own rates of a configuration set. The two of a set, one for each rate, are its second detector: they
/// reach AlarmFunction without any of Feedback's queues and counts. The defaults are those of docs/ses-alarms.yaml.
/// </summary>
/// <param name="Name">The alarm's name.</param>
/// <param name="ConfigurationSet">The set.</param>
/// <param name="Signal">The rate.</param>
/// <param name="Threshold">The rate from which the alarm is on, a fraction.</param>
/// <param name="Topics">The topics that are told when it begins.</param>
/// <param name="OkTopics">The topics that are told when it is over.</param>
internal sealed record SetAlarm(
    string Name, string ConfigurationSet, Signal Signal, decimal Threshold, IReadOnlyList<string> Topics, IReadOnlyList<string> OkTopics)
{
    public const string Namespace = "AWS/SES";
    public const string Dimension = "ses:configuration-set";

    public bool ActionsEnabled { get; init; } = true;

    public string Comparison { get; init; } = "GreaterThanOrEqualToThreshold";

    public string Statistic { get; init; } = "Maximum";

    /// <summary>In seconds.</summary>
    public int Period { get; init; } = 3_600;

    public int EvaluationPeriods { get; init; } = 1;

    public string MissingData { get; init; } = "notBreaching";

    /// <summary>Whether it has the name that <c>feedback wire</c> gives.</summary>
    public bool IsOurs => Name == NameOf(ConfigurationSet, Signal);

    public string Description => $"SES's own {Signal.Name.ToLowerInvariant()} rate of the configuration set {ConfigurationSet} is critical.";

    /// <summary>Returns the alarms that a set should have. Feedback ignores alarms below the critical rate of the set's policy.</summary>
    /// <param name="set">The configuration set.</param>
    /// <param name="policy">Its policy.</param>
    /// <param name="topic">The topic that AlarmFunction listens to; null if it is not known.</param>
    public static IReadOnlyList<SetAlarm> Wanted(string set, Policy policy, string? topic)
    {
        IReadOnlyList<string> topics = topic is null ? [] : [topic];
        return [.. Signal.All.Select(signal => new SetAlarm(NameOf(set, signal), set, signal, policy.Of(signal).Critical, topics, topics))];
    }

    private static string NameOf(string set, Signal signal) => $"feedback-ses-{signal.Name.ToLowerInvariant()}-rate-{set}";
}
