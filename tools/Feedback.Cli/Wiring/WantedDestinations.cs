using Feedback.Aws.Ses;

namespace Feedback.Cli.Wiring;

/// <summary>The event destinations that each configuration set should have, by the topics of the template.</summary>
internal static class WantedDestinations
{
    private static readonly (string Topic, string Name, string[] Types, bool Optional)[] Topics =
    [
        ("BounceTopic", "feedback-bounce", ["BOUNCE"], false),
        ("ComplaintTopic", "feedback-complaint", ["COMPLAINT"], false),
        ("DeliveryTopic", "feedback-delivery", ["DELIVERY"], false),
        ("ProblemTopic", "feedback-problem", ["REJECT", "RENDERING_FAILURE", "DELIVERY_DELAY"], true),
    ];

    /// <summary>The logical ids of the topics in the template.</summary>
    public static IEnumerable<string> TopicIds => Topics.Select(topic => topic.Topic);

    /// <summary>Returns the topics among the required ones that are missing.</summary>
    public static IReadOnlyList<string> Missing(IReadOnlyDictionary<string, string> arns) =>
        [.. Topics.Where(topic => !topic.Optional && !arns.ContainsKey(topic.Topic)).Select(topic => topic.Topic)];

    /// <param name="arns">The ARNs of the topics by their logical ids. A topic that is switched off is not there.</param>
    public static IReadOnlyList<TopicDestination> Of(IReadOnlyDictionary<string, string> arns) =>
        [.. Topics.Where(topic => arns.ContainsKey(topic.Topic)).Select(topic => new TopicDestination(topic.Name, topic.Types, arns[topic.Topic]))];
}
