using Feedback.Cli.Observing;
using Feedback.Cli.Replay;
using Feedback.Cli.Running;
using Feedback.Cli.Simulation;

namespace Feedback.Cli.Demo;

/// <summary>What happened in a demo.</summary>
/// <param name="Mail">What the senders sent.</param>
/// <param name="Healthy">The sender that must not be touched.</param>
/// <param name="Bad">The sender that must be paused.</param>
/// <param name="Events">What became of the files of events/.</param>
/// <param name="Simulated">What became of the senders' notifications.</param>
/// <param name="Batches">The batches in which those went through the functions, the first time.</param>
/// <param name="Before">The tables, SES and the mails after the sweep.</param>
/// <param name="Replayed">What became of everything when it was replayed.</param>
/// <param name="After">The tables, SES and the mails after the replay.</param>
/// <param name="Phases">Its steps, and how long each took.</param>
internal sealed record DemoOutcome(
    SimulatedMail Mail,
    Sender Healthy,
    Sender Bad,
    IReadOnlyList<ReplayedFile> Events,
    BatchReport Simulated,
    IReadOnlyList<TimedBatch> Batches,
    Snapshot Before,
    BatchReport Replayed,
    Snapshot After,
    IReadOnlyList<Phase> Phases);
