using Feedback.Cli.Observing;
using Feedback.Cli.Replay;
using Feedback.Cli.Running;
using Feedback.Cli.Simulation;

namespace Feedback.Cli.Demo;

/// <summary>What happened in a demo.</summary>
/// <param name="Mail">What the senders sent.</param>
/// <param name="Healthy">The sender that nothing may happen to.</param>
/// <param name="Bad">The sender that has to be paused.</param>
/// <param name="Events">What became of the files of events/.</param>
/// <param name="Simulated">What became of the senders' notifications.</param>
/// <param name="Before">What was there to see after the sweep.</param>
/// <param name="Replayed">What became of everything, the second time.</param>
/// <param name="After">What was there to see after that.</param>
/// <param name="Phases">How long it all took.</param>
internal sealed record DemoOutcome(
    SimulatedMail Mail,
    Sender Healthy,
    Sender Bad,
    IReadOnlyList<ReplayedFile> Events,
    BatchReport Simulated,
    Snapshot Before,
    BatchReport Replayed,
    Snapshot After,
    IReadOnlyList<Phase> Phases);
