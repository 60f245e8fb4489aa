namespace Feedback.Cli.Simulation.Scale;

/// <summary>One sweep.</summary>
/// <param name="At">The minute in which it was due.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Evaluated">Healthy sets of those due at the start that were evaluated meanwhile, by the sweep or by a batch.</param>
internal sealed record SweepProgress(DateTimeOffset At, TimeSpan Took, int Evaluated);
