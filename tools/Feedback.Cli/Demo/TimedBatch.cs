using Feedback.Cli.Running;

namespace Feedback.Cli.Demo;

/// <summary>A batch of simulated mail, and when its function was invoked and answered, by the clock of this machine.</summary>
internal sealed record TimedBatch(QueueBatch Batch, DateTimeOffset Started, DateTimeOffset Ended);
