namespace Feedback.Cli.Dashboards;

/// <summary>One line of the log, with the fields that a query finds in it.</summary>
/// <param name="At">When it was written.</param>
/// <param name="Event">The name of the event.</param>
/// <param name="Fields">The event's own fields.</param>
internal sealed record LogEntry(DateTimeOffset At, string Event, IReadOnlyDictionary<string, string?> Fields);
