namespace Feedback.Cli.Simulation;

/// <summary>A sender's rates as whole numbers of messages, which the generator produces exactly, whatever the seed.</summary>
/// <param name="HardBounces">The number of hard bounces, including those after a delivery.</param>
/// <param name="LateBounces">The number of hard bounces that come after a delivery.</param>
/// <param name="SoftBounces">The number of soft bounces.</param>
/// <param name="FullMailboxes">The number of addresses with <see cref="MessagesToAFullMailbox"/> soft bounces in a row, enough to be suppressed.</param>
/// <param name="Complaints">The number of deliveries with a complaint.</param>
/// <param name="SaidNotSpam">The number of deliveries that the recipient moves out of the spam folder.</param>
/// <param name="NeverAttempted">Notifications about addresses on the account's suppression list, in addition to the messages.</param>
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
        // Messages that bounce after a delivery are deliveries too, but draw no complaints.
        var accepted = sender.Messages - hard - soft;
        var complaints = Math.Min(Share(accepted + late, sender.ComplaintRate), accepted);
        return new Quota(
            hard, late, soft, soft / 20, complaints, Math.Min(sender.Messages / 5_000, accepted - complaints), sender.Messages / 1_000);
    }

    private static int Share(int of, decimal rate) => (int)Math.Round(of * rate, MidpointRounding.AwayFromZero);
}
