using Feedback.Notifications;

namespace Feedback.Deciding.Lag;

/// <summary>A destination to which SES publishes events of a configuration set.</summary>
/// <param name="Name">Its name, which is unique in the set.</param>
/// <param name="Enabled">A disabled destination gets no events.</param>
/// <param name="Events">The recorded types of events that it gets; others are left out.</param>
/// <param name="Target">The ARN of its SNS topic or EventBridge bus. Null for other services, from which no event comes to a queue of ours.</param>
internal sealed record EventDestination(string Name, bool Enabled, IReadOnlySet<FeedbackKind> Events, string? Target);
