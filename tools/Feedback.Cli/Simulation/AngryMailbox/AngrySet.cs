namespace Feedback.Cli.Simulation.AngryMailbox;

/// <summary>The result for one set.</summary>
/// <param name="Sender">The set.</param>
/// <param name="Sent">The messages that it sent.</param>
/// <param name="ByRates">When its plain rates were critical for the first time, by whatever recipients; null for never.</param>
/// <param name="ByMailboxes">When enough mailboxes made it critical for the first time; null for never.</param>
/// <param name="PausedAt">When SES was called; null for never.</param>
/// <param name="Held">How often on-call was told of a hold.</param>
internal sealed record AngrySet(AngrySender Sender, long Sent, Crossing? ByRates, Crossing? ByMailboxes, DateTimeOffset? PausedAt, int Held)
{
    public TimeSpan? Delay => PausedAt - ByMailboxes?.At;
}
