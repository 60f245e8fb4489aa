using Feedback.Reputation;

namespace Feedback.Cli.Simulation.AngryMailbox;

/// <summary>
/// Decides independently when enough mailboxes make a set critical (ADR 51), from what happened: below the representative volume each mailbox
/// counts once, whatever its addresses, and those of a single domain count only for a set that mails no other. It shares no code with the
/// functions, and reads nothing of the policy but its numbers.
/// </summary>
internal sealed class MailboxTruth(DateTimeOffset start, Policy policy) : IOracle
{
    private const int BucketMinutes = 15;

    private readonly List<Mail> _attempts = [];
    private readonly List<Mail> _deliveries = [];
    private readonly List<Mail> _bounces = [];
    private readonly List<Mail> _complaints = [];

    /// <summary>The first time at which the set was critical; null for never.</summary>
    public Crossing? Critical { get; private set; }

    public void Happened(SimulatedEvent happened)
    {
        var mail = Mail.Of(happened.Message, Index(happened.Message.SentAt));
        switch (happened)
        {
            case SimulatedEvent.Delivery:
                _attempts.Add(mail);
                _deliveries.Add(mail);
                return;
            case SimulatedEvent.Complaint:
                _complaints.Add(mail);
                break;
            default:
                AddBounce(mail, happened.Message.Fate);
                break;
        }

        Evaluate(happened.OccurredAt);
    }

    public void Slid(DateTimeOffset now) => Evaluate(now);

    private void AddBounce(Mail mail, MessageFate fate)
    {
        if (fate != MessageFate.DeliveredThenHardBounced)
        {
            _attempts.Add(mail);
        }

        if (fate != MessageFate.SoftBounced)
        {
            _bounces.Add(mail);
        }
    }

    private void Evaluate(DateTimeOffset now)
    {
        foreach (var window in policy.Windows)
        {
            var first = Index(now) - (int)(window.Length.TotalMinutes / BucketMinutes);
            Critical ??= Breach(_bounces, _attempts, policy.Bounce, first, "bounced", now)
                ?? Breach(_complaints, _deliveries, policy.Complaint, first, "complained", now);
        }
    }

    private Crossing? Breach(List<Mail> events, List<Mail> trials, Thresholds rule, int first, string what, DateTimeOffset now)
    {
        if (events.Count < rule.MinimumEvents)
        {
            return null;
        }

        var (found, of) = (events.Where(mail => mail.Bucket >= first).ToList(), trials.Count(mail => mail.Bucket >= first));
        var counts = of >= rule.RepresentativeVolume ? found.Count : Mailboxes(found, first);
        return GroundTruth.IsCritical(counts, of, rule) ? new Crossing(now, $"{counts} of {of} {what}") : null;
    }

    private int Mailboxes(List<Mail> found, int first)
    {
        var mailsOneDomain = _attempts.Where(mail => mail.Bucket >= first).Select(mail => mail.Domain).Distinct().Count() == 1;
        return !mailsOneDomain && found.Select(mail => mail.Domain).Distinct().Count() == 1
            ? 0
            : found.Select(mail => (mail.Mailbox, mail.Domain)).Distinct().Count();
    }

    private int Index(DateTimeOffset time) => (int)Math.Floor((time - start).TotalMinutes / BucketMinutes);

    private readonly record struct Mail(int Bucket, string Mailbox, string Domain)
    {
        public static Mail Of(SimulatedMessage message, int bucket)
        {
            var parts = message.Recipient.Split('@');
            return new Mail(bucket, parts[0].Split('+')[0], parts[1]);
        }
    }
}
