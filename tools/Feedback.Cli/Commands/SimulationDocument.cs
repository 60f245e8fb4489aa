using Feedback.Cli.Observing;
using Feedback.Cli.Running;
using Feedback.Cli.Simulation;
using Feedback.Cli.Status;

namespace Feedback.Cli.Commands;

/// <summary>A simulation as JSON.</summary>
internal sealed record SimulationDocument(
    int Seed,
    BatchReport Notifications,
    IReadOnlyList<SenderDocument> Senders,
    IReadOnlyList<EntityDocument> Entities,
    IReadOnlyList<SendingChangeDocument> SendingChanges,
    IReadOnlyList<MailDocument> Mails)
{
    public static SimulationDocument Of(int seed, SimulatedMail mail, BatchReport report, Snapshot seen) => new(
        seed,
        report,
        [.. mail.Senders.Select(sender => SenderDocument.Of(sender, mail, seen))],
        [.. seen.Entities.Select(EntityDocument.Of)],
        [.. seen.SendingChanges.Select(SendingChangeDocument.Of)],
        [.. seen.Mails.Select(MailDocument.Of)]);
}
