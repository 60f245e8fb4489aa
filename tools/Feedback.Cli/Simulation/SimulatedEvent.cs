namespace Feedback.Cli.Simulation;

/// <summary>An event that SES publishes about a message, and the time at which it happened.</summary>
internal abstract record SimulatedEvent(SimulatedMessage Message, DateTimeOffset OccurredAt)
{
    internal sealed record Delivery(SimulatedMessage Message, DateTimeOffset OccurredAt) : SimulatedEvent(Message, OccurredAt);

    internal sealed record Bounce(SimulatedMessage Message, DateTimeOffset OccurredAt, string FeedbackId, BounceReason Reason)
        : SimulatedEvent(Message, OccurredAt);

    /// <param name="FeedbackType">For example <c>abuse</c>; null if the provider gave none.</param>
    internal sealed record Complaint(SimulatedMessage Message, DateTimeOffset OccurredAt, string FeedbackId, string? FeedbackType)
        : SimulatedEvent(Message, OccurredAt);
}
