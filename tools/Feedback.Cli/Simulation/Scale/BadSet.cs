namespace Feedback.Cli.Simulation.Scale;

/// <summary>A set that must be paused.</summary>
/// <param name="Name">The set's name.</param>
/// <param name="Kind">How it came to be bad.</param>
/// <param name="Since">When its work was there to be done: the first sweep, the record left behind, or the arrival of its bounces.</param>
internal sealed record BadSet(string Name, BadKind Kind, DateTimeOffset Since);
