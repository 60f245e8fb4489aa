using Feedback.Cli.Doctor.SetUps;

namespace Feedback.Cli.Doctor.Checks;

/// <summary>Finds a chat or a pager that is set up and gets no alerts.</summary>
internal sealed class ChatAndPagerCheck : ICheck
{
    private const string Name = "chat-and-pager";

    public IEnumerable<Finding> Judge(SetUp setUp) =>
    [
        .. Unheard(
            setUp.Topic(setUp.Settings.ChatTopicArn),
            "the chat",
            "The channel shows no alert.",
            "Give the channel this topic in the console of Amazon Q Developer in chat applications."),
        .. Unheard(
            setUp.Topic(setUp.Settings.PagerTopicArn),
            "the pager",
            "No pause wakes on-call.",
            $"Subscribe the pager: aws sns subscribe --topic-arn {setUp.Settings.PagerTopicArn} --protocol https --notification-endpoint PAGER_URL"),
        .. WithoutAlarms(setUp),
    ];

    private static IEnumerable<Finding> Unheard(Topic? topic, string target, string meaning, string remedy) => topic switch
    {
        null => [],
        { Exists: false } =>
        [
            new(
                Severity.Error,
                Name,
                topic.Name,
                $"The topic of {target} does not exist.",
                meaning,
                $"Create it: aws sns create-topic --name {topic.Name}"),
        ],
        { Subscriptions: { } all } when !all.Any(one => one.IsConfirmed) =>
            [new(Severity.Error, Name, topic.Name, $"No confirmed subscription takes the alerts of {target}.", meaning, remedy)],
        _ => [],
    };

    private static IEnumerable<Finding> WithoutAlarms(SetUp setUp) =>
        from topic in new[] { setUp.Topic(setUp.Settings.PagerTopicArn) }.OfType<Topic>()
        where topic is { Exists: true, Policy: not null }
        where !topic.Policy!.Allows("cloudwatch.amazonaws.com", "sns:Publish", source: null, setUp.Settings.Deployment.AccountId)
        select new Finding(
            Severity.Warning,
            Name,
            topic.Name,
            "Its access policy does not let CloudWatch publish.",
            "The pager gets pauses, but not that Feedback is blind.",
            "Allow cloudwatch.amazonaws.com sns:Publish, as AlarmTopicPolicy in template.yaml does: "
                + $"aws sns set-topic-attributes --topic-arn {topic.Arn} --attribute-name Policy --attribute-value file://policy.json");
}
