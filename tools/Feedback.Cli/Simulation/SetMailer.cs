namespace Feedback.Cli.Simulation;

/// <summary>Generates one set's mail, minute by minute, and the events of each message.</summary>
internal sealed class SetMailer(ISendingPattern pattern, int number, int seed)
{
    private readonly Random _random = new(HashCode(seed, number));
    private readonly Addresses _addresses = new(number, new Random(HashCode(seed, -number)), pattern.OnlyDomain);

    public IEnumerable<SimulatedMessage> Minute(DateTimeOffset minute)
    {
        for (var left = Poisson(pattern.PerMinute(minute)); left > 0; left--)
        {
            var sentAt = Rounded(minute + TimeSpan.FromMinutes(_random.NextDouble()));
            var (fate, reason) = Fate(sentAt);
            yield return new SimulatedMessage(pattern.Name, SesIds.Next(_random, sentAt), _addresses.Next(), sentAt, fate, reason);
        }

        foreach (var (recipient, fate) in pattern.Certain(minute))
        {
            var sentAt = Rounded(minute + TimeSpan.FromMinutes(_random.NextDouble()));
            var reason = fate == MessageFate.HardBounced ? BounceReason.General : null;
            yield return new SimulatedMessage(pattern.Name, SesIds.Next(_random, sentAt), recipient, sentAt, fate, reason);
        }
    }

    /// <summary>Yields the events of a message, each with its time: accepted in seconds or after greylisting, bounced late, complained about hours or
    /// days later.</summary>
    public IEnumerable<SimulatedEvent> Timeline(SimulatedMessage message)
    {
        var accepted = Rounded(message.SentAt + Lag());
        switch (message.Fate)
        {
            case MessageFate.HardBounced:
                yield return Bounce(message, accepted);
                break;
            case MessageFate.SoftBounced:
                yield return Bounce(message, Rounded(accepted + Exponential(TimeSpan.FromMinutes(10))));
                break;
            case MessageFate.DeliveredThenHardBounced:
                yield return new SimulatedEvent.Delivery(message, accepted);
                yield return Bounce(message, Rounded(accepted + Exponential(TimeSpan.FromMinutes(5))));
                break;
            case MessageFate.Complained:
                yield return new SimulatedEvent.Delivery(message, accepted);
                var read = Rounded(accepted + TimeSpan.FromMinutes(2) + Exponential(TimeSpan.FromHours(14)));
                yield return new SimulatedEvent.Complaint(message, read, SesIds.Next(_random, read), "abuse");
                break;
            default:
                yield return new SimulatedEvent.Delivery(message, accepted);
                break;
        }
    }

    /// <summary>Yields the notifications of an event; one in a hundred arrives a second time, in the other format.</summary>
    public IEnumerable<Notification> Deliver(SimulatedEvent happened)
    {
        var arrives = happened.OccurredAt + TimeSpan.FromSeconds(1 + (7 * _random.NextDouble()) + (_random.Next(100) == 0 ? 60 * _random.NextDouble() : 0));
        yield return new Notification(happened, arrives, _random.Next(3) == 0 ? NotificationForm.InSns : NotificationForm.Raw);
        if (_random.Next(100) == 0)
        {
            yield return new Notification(happened, arrives + TimeSpan.FromMinutes(10 * _random.NextDouble()), NotificationForm.OfIdentity);
        }
    }

    private SimulatedEvent.Bounce Bounce(SimulatedMessage message, DateTimeOffset at) => new(message, at, SesIds.Next(_random, at), message.Reason!);

    private (MessageFate Fate, BounceReason? Reason) Fate(DateTimeOffset time)
    {
        var (drawn, hard) = (_random.NextDouble(), pattern.Hard(time));
        if (drawn < hard)
        {
            return (_random.Next(10) == 0 ? MessageFate.DeliveredThenHardBounced : MessageFate.HardBounced, BounceReason.General);
        }

        if (drawn < hard + 0.004)
        {
            return (MessageFate.SoftBounced, _random.Next(3) == 0 ? BounceReason.MailboxFull : BounceReason.OutOfOffice);
        }

        return (_random.NextDouble() < pattern.Complaint(time) ? MessageFate.Complained : MessageFate.Delivered, null);
    }

    private TimeSpan Lag() => Exponential(_random.Next(50) == 0 ? TimeSpan.FromMinutes(10) : TimeSpan.FromSeconds(4));

    private TimeSpan Exponential(TimeSpan mean) => mean * -Math.Log(1 - _random.NextDouble());

    private int Poisson(double mean)
    {
        var (limit, product, count) = (Math.Exp(-mean), _random.NextDouble(), 0);
        while (product > limit)
        {
            product *= _random.NextDouble();
            count++;
        }

        return count;
    }

    // Events have millisecond precision; the simulation must not know a more precise time.
    private static DateTimeOffset Rounded(DateTimeOffset time) => time.AddTicks(-(time.UtcTicks % TimeSpan.TicksPerMillisecond));

    private static int HashCode(int seed, int number) => unchecked((seed * 1_000_003) + (number * 7_919));
}
