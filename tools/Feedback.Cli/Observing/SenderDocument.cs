using Feedback.Cli.Simulation;

namespace Feedback.Cli.Observing;

/// <summary>A simulated sender as JSON: what the generator sent, and what was counted.</summary>
internal sealed record SenderDocument(string ConfigurationSet, Counts Sent, Counts Counted)
{
    public static SenderDocument Of(Sender sender, SimulatedMail mail, Snapshot seen) => new(
        sender.ConfigurationSet, mail.Expected(sender).Counts, seen.Stored.CountersOf(sender.ConfigurationSet));
}
