namespace Feedback.Cli.Simulation;

/// <summary>A sender's rates as whole numbers of messages: what the generator keeps to, exactly, whatever the seed.</summary>
/// <param name="HardBounces">Of the messages, how many bounce hard; those after a delivery included.</param>
/// <param name="LateBounces">Of the hard bounces, how many come after a delivery.</param>
/// <param name="SoftBounces">Of the messages, how many bounce softly.</param>
/// <param name="FullMailboxes">Addresses that get <see cref="MessagesToAFullMailbox"/> of the soft bounces each: enough in a row to be suppressed.</param>
/// <param name="Complaints">Of the deliveries, how many draw a complaint.</param>
/// <param name="SaidNotSpam">Of the deliveries, how many are taken out of a spam folder.</param>
/// <param name="NeverAttempted">Beyond the messages: echoes of the account's suppression list.</param>
internal readonly record struct Quota(
    int HardBounces, int LateBounces, int SoftBounces, int FullMailboxes, int Complaints, int SaidNotSpam, int NeverAttempted)
{
    /// <summary>One more than the default soft-bounce limit.</summary>
    internal const int MessagesToAFullMailbox = 6;

    public static Quota Of(Sender sender)
    {
        var hard = Share(sender.Messages, sender.BounceRate);
        var soft = Math.Min(Share(sender.Messages, sender.SoftBounceRate), sender.Messages - hard);
        var late = hard / 50;
        var accepted = sender.Messages - hard - soft; // those that bounce after all are deliveries too, but nobody complains about them
        var complaints = Math.Min(Share(accepted + late, sender.ComplaintRate), accepted);
        return new Quota(
            hard, late, soft, soft / 20, complaints, Math.Min(sender.Messages / 5_000, accepted - complaints), sender.Messages / 1_000);
    }

    private static int Share(int of, decimal rate) => (int)Math.Round(of * rate, MidpointRounding.AwayFromZero);
}
