using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.Reputation;

namespace Feedback.Cli.Doctor.SetUps;

/// <summary>What was read of a deployment and of what it depends on in AWS. Null and missing parts could not be read.</summary>
/// <param name="Settings">The deployment's settings.</param>
/// <param name="Now">The time of the reads.</param>
internal sealed record SetUp(Settings Settings, DateTimeOffset Now)
{
    /// <summary>The time by which AWS's clock is ahead of this machine's.</summary>
    public TimeSpan ClockAhead { get; init; }

    public SesAccount? Account { get; init; }

    /// <summary>The names of all configuration sets of SES.</summary>
    public IReadOnlyList<string>? SetNames { get; init; }

    /// <summary>The sets that are checked.</summary>
    public IReadOnlyList<SesSet> Sets { get; init; } = [];

    /// <summary>The topics that the sets publish to, and those of the alerts.</summary>
    public IReadOnlyList<Topic> Topics { get; init; } = [];

    /// <summary>The queues of the deployment.</summary>
    public IReadOnlyList<Queue> Queues { get; init; } = [];

    public IReadOnlyList<Table> Tables { get; init; } = [];

    /// <summary>The entities that have a policy of their own.</summary>
    public IReadOnlyList<ReputationEntity> OwnPolicies { get; init; } = [];

    /// <summary>Those of these policies that are of sets, by the names of the sets.</summary>
    public IReadOnlyDictionary<string, Policy> SetPolicies { get; init; } = new Dictionary<string, Policy>();

    public IReadOnlyList<Alarm>? Alarms { get; init; }

    /// <summary>The work that is due, the longest overdue first.</summary>
    public IReadOnlyList<WorkItem> DueWork { get; init; } = [];

    /// <summary>What the processes of DeliveryFunction have done within the last day.</summary>
    public IReadOnlyList<DeliveryProgress>? Progress { get; init; }

    /// <summary>The entities of whose mail SES has reported the same in both formats within the last day.</summary>
    public IReadOnlyList<ReputationEntity> InBothFormats { get; init; } = [];

    public IReadOnlyList<Unread> Unread { get; init; } = [];

    public Topic? AlarmTopic => Topics.FirstOrDefault(topic => topic.Arn == Settings.AlarmTopicArn);

    /// <summary>The topics that sets publish to.</summary>
    public IEnumerable<Topic> EventTopics =>
        Topics.Where(topic => topic.Arn != Settings.AlarmTopicArn && topic.Arn != Settings.ChatTopicArn && topic.Arn != Settings.PagerTopicArn);

    /// <summary>
    /// The topic that AlarmFunction listens to. No setting names it; the deployment's alarms on the account's own rates tell it, beside on-call.
    /// Null if none of them is found.
    /// </summary>
    public string? SesAlarmTopic => (Alarms ?? [])
        .Where(alarm => alarm.OfSet is null && Signal.All.Any(signal => alarm.Metric == $"AWS/SES {signal.SesMetric}"))
        .Where(alarm => alarm.Actions.Contains(Settings.AlarmTopicArn))
        .SelectMany(alarm => alarm.Actions)
        .FirstOrDefault(action => action != Settings.AlarmTopicArn && action != Settings.PagerTopicArn);

    /// <summary>Returns the policy of a set of the stack's own account; null if it has one of its own that could not be read.</summary>
    public Policy? PolicyOf(string set) => OwnPolicies.Contains(ReputationEntity.ConfigurationSet(set))
        ? SetPolicies.GetValueOrDefault(set)
        : Settings.Policy;

    public Topic? Topic(string? arn) => Topics.FirstOrDefault(topic => topic.Arn == arn);
}
