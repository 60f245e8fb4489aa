using Feedback.Cli.Doctor.Checks;
using Feedback.Cli.Doctor.SetUps;
using Feedback.Cli.SecondDetector;
using Feedback.Deciding.Lag;
using Feedback.Notifications;
using Feedback.Tests.Aws;

namespace Feedback.Tests.Cli.Doctor;

/// <summary>A set-up in which nothing is wrong. Each test breaks one thing of it.</summary>
internal static class Healthy
{
    internal const string Prefix = "arn:aws:sns:eu-west-1:123456789012:";
    internal const string Set = "news";

    private const string PublishPolicy = """
        {"Statement":[{"Effect":"Allow","Principal":{"Service":"ses.amazonaws.com"},"Action":"sns:Publish","Resource":"*",
          "Condition":{"StringEquals":{"aws:SourceAccount":"123456789012"}}}]}
        """;

    internal static SetUp SetUp { get; } = new(TestSettings.Default, new DateTimeOffset(2026, 11, 18, 12, 0, 0, TimeSpan.Zero))
    {
        Account = new SesAccount(Sends: true, InProduction: true, "HEALTHY"),
        SetNames = [Set],
        Sets = [new SesSet(Set, ReputationMetrics: true, new EventPublishing([.. Routes.Kinds.Select(Destination)]))],
        Topics = [.. Routes.Kinds.Select(Topic), AlarmTopic],
        Queues = [.. Routes.Kinds.Select(Queue)],
        Tables = [new Table("outcomes", "ExpiresAt")],
        OwnPolicies = [Feedback.Reputation.ReputationEntity.Account, Feedback.Reputation.ReputationEntity.ConfigurationSet(Set)],
        Alarms =
        [
            new Alarm("SweepStoppedAlarm", "AWS/Lambda Invocations", [TestSettings.Default.AlarmTopicArn], IsOn: false),
            new Alarm("BounceCriticalAlarm", "AWS/SES Reputation.BounceRate", [TestSettings.Default.AlarmTopicArn, Prefix + "act"], IsOn: false),
            .. SecondDetector,
        ],
        SetPolicies = new Dictionary<string, Feedback.Reputation.Policy> { [Set] = TestSettings.Default.Policy },
        Progress = [],
    };

    private static IEnumerable<Alarm> SecondDetector => SetAlarm.Wanted(Set, TestSettings.Default.Policy, Prefix + "act")
        .Select(alarm => new Alarm(alarm.Name, $"AWS/SES {alarm.Signal.SesMetric}", alarm.Topics, IsOn: false, alarm));

    private static Topic AlarmTopic =>
        new(TestSettings.Default.AlarmTopicArn, Exists: true, new AccessPolicy("{}"), [new Subscription("email", "oncall@example.com", "arn:sub", Raw: null)]);

    internal static EventDestination Destination(FeedbackKind kind) => new($"to-{kind}", Enabled: true, new HashSet<FeedbackKind> { kind }, Prefix + kind);

    internal static Topic Topic(FeedbackKind kind) => new(
        Prefix + kind, Exists: true, new AccessPolicy(PublishPolicy), [new Subscription("sqs", Queue(kind).Arn, $"{Prefix}{kind}:1", Raw: true)]);

    internal static Queue Queue(FeedbackKind kind)
    {
        var arn = $"arn:aws:sqs:eu-west-1:123456789012:{kind}Queue";
        var policy = $$$"""
            {"Statement":{"Effect":"Allow","Principal":{"Service":["sns.amazonaws.com"]},"Action":["SQS:SendMessage"],"Resource":"{{{arn}}}",
              "Condition":{"ArnEquals":{"aws:SourceArn":"{{{Prefix}}}{{{kind}}}" } } } }
            """;
        return new Queue(kind, $"https://sqs/123456789012/{kind}Queue", arn, new AccessPolicy(policy), Waiting: 0, DeadLetters: 0, HasDeadLetterQueue: true);
    }

    /// <summary>The set-up with one set that publishes to these destinations.</summary>
    internal static SetUp Publishing(params EventDestination[] destinations) => SetUp with { Sets = [SetUp.Sets[0] with { Publishing = new(destinations) }] };

    /// <summary>The set-up with other alarms on SES's own rates.</summary>
    internal static SetUp SetAlarms(Func<SetAlarm, SetAlarm> change) => SetUp with
    {
        Alarms = [.. SetUp.Alarms!.Select(alarm => alarm.OfSet is null ? alarm : alarm with { OfSet = change(alarm.OfSet) })],
    };

    /// <summary>The set-up with another topic of bounces.</summary>
    internal static SetUp BounceTopic(Func<Topic, Topic> change) =>
        SetUp with { Topics = [change(Topic(FeedbackKind.Bounce)), .. SetUp.Topics.Skip(1)] };

    /// <summary>The set-up with another queue for a type of event.</summary>
    internal static SetUp OneQueue(FeedbackKind kind, Func<Queue, Queue> change) =>
        SetUp with { Queues = [.. SetUp.Queues.Select(queue => queue.Kind == kind ? change(queue) : queue)] };
}
