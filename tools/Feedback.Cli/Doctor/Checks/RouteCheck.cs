using Feedback.Cli.Doctor.SetUps;
using Feedback.Notifications;

namespace Feedback.Cli.Doctor.Checks;

/// <summary>Finds topics that sets publish to and from which the deployment's queue gets nothing.</summary>
internal sealed class RouteCheck : ICheck
{
    private const string Name = "topics";

    public IEnumerable<Finding> Judge(SetUp setUp) => Routes.Of(setUp).Select(route => Judge(setUp, route.Topic, route.Kind, route.Sets)).OfType<Finding>();

    private static Finding? Judge(SetUp setUp, Topic topic, FeedbackKind kind, IReadOnlyList<string> sets)
    {
        var type = kind.ToString().ToUpperInvariant();
        var lost = $"The {type} events of {Routes.Names(sets)} are lost.";
        if (!topic.Exists)
        {
            return new Finding(
                Severity.Error,
                Name,
                topic.Name,
                "The topic does not exist.",
                lost,
                $"Give the event destinations of {Routes.Names(sets)} the topic {Routes.TopicOf(setUp, kind)}.");
        }

        if (topic.Subscriptions is not { } subscriptions || setUp.Queues.FirstOrDefault(queue => queue.Kind == kind) is not { } own)
        {
            return null;
        }

        if (subscriptions.Any(one => one.IsConfirmed && one.IsOf(own.Arn)) || GoesElsewhere(setUp, kind, sets))
        {
            return null;
        }

        return subscriptions.Any(one => one.IsOf(own.Arn))
            ? new Finding(
                Severity.Error, "subscriptions", topic.Name, $"The subscription of {own.Name} is not confirmed.", lost, Subscribe(topic, own))
            : new Finding(Severity.Error, Name, topic.Name, $"The queue {own.Name} is not subscribed to it.", lost, Subscribe(topic, own));
    }

    /// <summary>A set may publish to a topic of its own beside ours.</summary>
    private static bool GoesElsewhere(SetUp setUp, FeedbackKind kind, IReadOnlyList<string> sets)
    {
        var queues = setUp.Queues.Where(queue => queue.Kind == kind).ToList();
        return sets.All(name => setUp.Sets.First(set => set.Name == name).Publishing!.To(kind)
            .Any(destination => setUp.Topic(destination.Target) is not { } topic || queues.Any(queue => Routes.Leads(topic, queue))));
    }

    private static string Subscribe(Topic topic, Queue queue) =>
        $"aws sns subscribe --topic-arn {topic.Arn} --protocol sqs --notification-endpoint {queue.Arn} --attributes RawMessageDelivery=true";
}
