namespace Feedback.Cli.Simulation.Month;

/// <summary>The first moment at which a set truly was critical.</summary>
internal sealed record Crossing(DateTimeOffset At, string Evidence);
