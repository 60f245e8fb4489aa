namespace Feedback.Aws.Ses;

/// <summary>What SES publishes about a configuration set.</summary>
/// <param name="Name">The name of the set.</param>
/// <param name="ReputationMetrics">Whether SES publishes its own rates of the set to CloudWatch.</param>
/// <param name="Destinations">All event destinations of the set.</param>
internal sealed record PublishingSet(string Name, bool ReputationMetrics, IReadOnlyList<TopicDestination> Destinations);
