using Feedback.Cli.Doctor.SetUps;
using Feedback.Notifications;

namespace Feedback.Cli.Doctor.Checks;

/// <summary>The ways from SES through a topic to a queue of the deployment.</summary>
internal static class Routes
{
    /// <summary>The types of events that the rates and the suppression list are made of. Each has a queue.</summary>
    public static IReadOnlyList<FeedbackKind> Kinds { get; } = [FeedbackKind.Bounce, FeedbackKind.Complaint, FeedbackKind.Delivery];

    /// <summary>Returns the topic from which the deployment's queue gets a type of event; the output of the stack that names it if none is known.</summary>
    public static string TopicOf(SetUp setUp, FeedbackKind kind) =>
        setUp.Topics.FirstOrDefault(topic => setUp.Queues.Any(queue => queue.Kind == kind && Leads(topic, queue)))?.Arn ?? $"{kind}TopicArn";

    /// <summary>Returns whether the queue gets what is published to the topic.</summary>
    public static bool Leads(Topic topic, Queue queue) => topic.Subscriptions?.Any(one => one.IsConfirmed && one.IsOf(queue.Arn)) == true;

    /// <summary>Each topic that sets publish to, with the types of events they publish there and the names of the sets.</summary>
    public static IEnumerable<(Topic Topic, FeedbackKind Kind, IReadOnlyList<string> Sets)> Of(SetUp setUp) =>
        from set in setUp.Sets
        where set.Publishing is not null
        from kind in Kinds
        from destination in set.Publishing!.To(kind)
        let topic = setUp.Topic(destination.Target)
        where topic is not null
        group set.Name by (topic, kind) into route
        select (route.Key.topic, route.Key.kind, (IReadOnlyList<string>)[.. route.Distinct(StringComparer.Ordinal)]);

    /// <summary>Names up to three sets.</summary>
    public static string Names(IReadOnlyList<string> sets) =>
        sets.Count <= 3 ? string.Join(", ", sets) : $"{string.Join(", ", sets.Take(2))} and {sets.Count - 2} more sets";
}
