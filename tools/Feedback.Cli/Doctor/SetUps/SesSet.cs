using Feedback.Deciding.Lag;

namespace Feedback.Cli.Doctor.SetUps;

/// <summary>A configuration set.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ReputationMetrics">Whether SES publishes the set's own rates to CloudWatch.</param>
/// <param name="Publishing">Where its events go.</param>
internal sealed record SesSet(string Name, bool? ReputationMetrics, EventPublishing? Publishing);
