using Feedback.Cli.Observing;
using Feedback.Cli.Running;
using Feedback.Cli.Simulation;
using Feedback.Cli.Status;

namespace Feedback.Cli.Commands;

/// <summary>A simulation for machines.</summary>
internal sealed record SimulationDocument(
    int Seed,
    BatchReport Notifications,
    IReadOnlyList<SenderDocument> Senders,
    IReadOnlyList<SubjectDocument> Subjects,
    IReadOnlyList<SwitchDocument> SesSwitches,
    IReadOnlyList<MailDocument> Mails)
{
    public static SimulationDocument Of(int seed, SimulatedMail mail, BatchReport report, Snapshot seen) => new(
        seed,
        report,
        [.. mail.Senders.Select(sender => SenderDocument.Of(sender, mail, seen))],
        [.. seen.Subjects.Select(SubjectDocument.Of)],
        [.. seen.Switches.Select(SwitchDocument.Of)],
        [.. seen.Mails.Select(MailDocument.Of)]);
}
