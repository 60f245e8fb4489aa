namespace Feedback.Cli.Simulation;

/// <summary>An event on its way: in which form, and when it reaches its queue. One event may be several notifications.</summary>
internal sealed record Notification(SimulatedEvent Event, DateTimeOffset ArrivesAt, NotificationForm Form);
