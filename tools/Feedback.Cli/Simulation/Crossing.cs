namespace Feedback.Cli.Simulation;

/// <summary>The first time at which a set was truly critical, and the rate that made it so.</summary>
internal sealed record Crossing(DateTimeOffset At, string Evidence);
