namespace Feedback.Cli.Simulation;

/// <summary>Generates a sender's messages. The quota decides how many have each fate; the seed decides which ones, and when.</summary>
internal sealed class Mailing(Sender sender, int number, Random random, DateTimeOffset from, DateTimeOffset until)
{
    private readonly Addresses _addresses = new(number, random);

    /// <summary>Returns the messages in the order in which they were sent.</summary>
    public IReadOnlyList<SimulatedMessage> Messages()
    {
        var quota = Quota.Of(sender);
        var fates = Fates(quota);
        random.Shuffle(fates);
        var full = Enumerable.Range(0, quota.FullMailboxes).SelectMany(_ => Enumerable.Repeat(_addresses.Next(), Quota.MessagesToAFullMailbox));
        var fullMailboxes = new Queue<string>(full);
        return [.. fates.Select((fate, index) => Message(fate, At(index, fates.Length), fullMailboxes))];
    }

    private MessageFate[] Fates(Quota quota)
    {
        List<MessageFate> fates =
        [
            .. Enumerable.Repeat(MessageFate.HardBounced, quota.HardBounces - quota.LateBounces),
            .. Enumerable.Repeat(MessageFate.DeliveredThenHardBounced, quota.LateBounces),
            .. Enumerable.Repeat(MessageFate.SoftBounced, quota.SoftBounces),
            .. Enumerable.Repeat(MessageFate.Complained, quota.Complaints),
            .. Enumerable.Repeat(MessageFate.SaidNotSpam, quota.SaidNotSpam),
        ];
        return
        [
            .. fates,
            .. Enumerable.Repeat(MessageFate.Delivered, sender.Messages - fates.Count),
            .. Enumerable.Repeat(MessageFate.NeverAttempted, quota.NeverAttempted),
        ];
    }

    private SimulatedMessage Message(MessageFate fate, DateTimeOffset sentAt, Queue<string> fullMailboxes)
    {
        // Soft bounces first go to the mailboxes that are full, so that each of those gets all of its messages.
        var (recipient, reason) = fate == MessageFate.SoftBounced && fullMailboxes.TryDequeue(out var mailbox)
            ? (mailbox, BounceReason.MailboxFull)
            : (_addresses.Next(), Reason(fate));
        return new SimulatedMessage(sender.ConfigurationSet, SesIds.Next(random, sentAt), recipient, sentAt, fate, reason);
    }

    private BounceReason? Reason(MessageFate fate) => fate switch
    {
        MessageFate.HardBounced => Pick(BounceReason.General, 70, BounceReason.NoEmail, 20, BounceReason.GlobalList),
        MessageFate.DeliveredThenHardBounced => BounceReason.General,
        MessageFate.SoftBounced => Pick(BounceReason.OutOfOffice, 60, BounceReason.MailboxFull, 30, BounceReason.ContentRejected),
        MessageFate.NeverAttempted => BounceReason.AccountList,
        _ => null,
    };

    private BounceReason Pick(BounceReason first, int percent, BounceReason second, int percentOfSecond, BounceReason otherwise)
    {
        var drawn = random.Next(100);
        return drawn < percent ? first : drawn < percent + percentOfSecond ? second : otherwise;
    }

    private DateTimeOffset At(int index, int count) => from + ((until - from) * ((double)index / count));
}
