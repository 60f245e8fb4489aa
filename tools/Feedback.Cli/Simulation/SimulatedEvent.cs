namespace Feedback.Cli.Simulation;

/// <summary>Something SES tells of a message, and when it happened.</summary>
internal abstract record SimulatedEvent(SimulatedMessage Message, DateTimeOffset OccurredAt)
{
    internal sealed record Delivery(SimulatedMessage Message, DateTimeOffset OccurredAt) : SimulatedEvent(Message, OccurredAt);

    internal sealed record Bounce(SimulatedMessage Message, DateTimeOffset OccurredAt, string FeedbackId, BounceReason Reason)
        : SimulatedEvent(Message, OccurredAt);

    /// <param name="FeedbackType">Such as <c>abuse</c>; null where the provider gave none.</param>
    internal sealed record Complaint(SimulatedMessage Message, DateTimeOffset OccurredAt, string FeedbackId, string? FeedbackType)
        : SimulatedEvent(Message, OccurredAt);
}
