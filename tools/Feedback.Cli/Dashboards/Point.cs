namespace Feedback.Cli.Dashboards;

/// <summary>A point of a line.</summary>
/// <param name="At">The beginning of its period.</param>
/// <param name="Value">The statistic of the period.</param>
internal readonly record struct Point(DateTimeOffset At, double Value);
