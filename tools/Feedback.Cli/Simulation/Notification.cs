namespace Feedback.Cli.Simulation;

/// <summary>An event in one of its forms, with the time at which it reaches its queue. One event may lead to several notifications.</summary>
internal sealed record Notification(SimulatedEvent Event, DateTimeOffset ArrivesAt, NotificationForm Form);
