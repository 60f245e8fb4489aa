using Feedback.Cli.Doctor.SetUps;

namespace Feedback.Cli.Doctor.Checks;

/// <summary>Finds alerts that reach no person.</summary>
internal sealed class AlarmTopicCheck : ICheck
{
    private const string Name = "alarm-topic";

    public IEnumerable<Finding> Judge(SetUp setUp)
    {
        if (setUp.AlarmTopic is not { } topic)
        {
            return [];
        }

        if (!topic.Exists)
        {
            return [new Finding(
                Severity.Error, Name, topic.Name, "The topic of the alerts does not exist.", "No alert is sent.", "Deploy the stack again: sam deploy")];
        }

        return topic.Subscriptions switch
        {
            null => [],
            [] => [new Finding(
                Severity.Error,
                Name,
                topic.Name,
                "Nothing is subscribed to the topic of the alerts.",
                "On-call learns of no pause and of no failure.",
                Subscribe(topic, "ADDRESS"))],
            var all => Unconfirmed(topic, all),
        };
    }

    private static IEnumerable<Finding> Unconfirmed(Topic topic, IReadOnlyList<Subscription> all)
    {
        var noneIs = all.All(one => !one.IsConfirmed);
        return all.Where(one => !one.IsConfirmed).Select(one => new Finding(
            noneIs ? Severity.Error : Severity.Warning,
            Name,
            topic.Name,
            $"The subscription of {one.Endpoint} is not confirmed.",
            noneIs ? "On-call learns of no pause and of no failure." : "It gets no alerts; another subscription does.",
            $"Open the link in the mail from AWS to {one.Endpoint}. If it has expired: {Subscribe(topic, one.Endpoint, one.Protocol)}"));
    }

    private static string Subscribe(Topic topic, string endpoint, string protocol = "email") =>
        $"aws sns subscribe --topic-arn {topic.Arn} --protocol {protocol} --notification-endpoint {endpoint}";
}
