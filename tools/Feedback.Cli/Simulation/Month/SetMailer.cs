namespace Feedback.Cli.Simulation.Month;

/// <summary>One set's mail, minute by minute, and what becomes of each message.</summary>
internal sealed class SetMailer(SetProfile profile, int number, int seed)
{
    private readonly Random random = new(HashCode(seed, number));
    private readonly Addresses addresses = new(number, new Random(HashCode(seed, -number)));

    public SetProfile Profile => profile;

    public IEnumerable<SimulatedMessage> Minute(DateTimeOffset minute)
    {
        for (var left = Poisson(profile.PerMinute(minute)); left > 0; left--)
        {
            var sentAt = Rounded(minute + TimeSpan.FromMinutes(random.NextDouble()));
            var (fate, reason) = Fate(sentAt);
            yield return new SimulatedMessage(profile.Name, SesIds.Next(random, sentAt), addresses.Next(), sentAt, fate, reason);
        }
    }

    /// <summary>What happens, each at its time: accepted in seconds or after greylisting, returned late, complained of hours or days later.</summary>
    public IEnumerable<SimulatedEvent> Aftermath(SimulatedMessage message)
    {
        var accepted = Rounded(message.SentAt + Lag());
        switch (message.Fate)
        {
            case Simulation.Fate.HardBounced:
                yield return Bounce(message, accepted);
                break;
            case Simulation.Fate.SoftBounced:
                yield return Bounce(message, Rounded(accepted + Exponential(TimeSpan.FromMinutes(10))));
                break;
            case Simulation.Fate.DeliveredThenHardBounced:
                yield return new SimulatedEvent.Delivery(message, accepted);
                yield return Bounce(message, Rounded(accepted + Exponential(TimeSpan.FromMinutes(5))));
                break;
            case Simulation.Fate.Complained:
                yield return new SimulatedEvent.Delivery(message, accepted);
                var read = Rounded(accepted + TimeSpan.FromMinutes(2) + Exponential(TimeSpan.FromHours(14)));
                yield return new SimulatedEvent.Complaint(message, read, SesIds.Next(random, read), "abuse");
                break;
            default:
                yield return new SimulatedEvent.Delivery(message, accepted);
                break;
        }
    }

    /// <summary>An event's way through SNS and SQS; one in a hundred comes a second time, and in the other format.</summary>
    public IEnumerable<Notification> Deliver(SimulatedEvent happened)
    {
        var arrives = happened.OccurredAt + TimeSpan.FromSeconds(1 + (7 * random.NextDouble()) + (random.Next(100) == 0 ? 60 * random.NextDouble() : 0));
        yield return new Notification(happened, arrives, random.Next(3) == 0 ? NotificationForm.InSns : NotificationForm.Raw);
        if (random.Next(100) == 0)
            yield return new Notification(happened, arrives + TimeSpan.FromMinutes(10 * random.NextDouble()), NotificationForm.OfIdentity);
    }

    private SimulatedEvent.Bounce Bounce(SimulatedMessage message, DateTimeOffset at) => new(message, at, SesIds.Next(random, at), message.Reason!);

    private (Fate Fate, BounceReason? Reason) Fate(DateTimeOffset time)
    {
        var (drawn, hard) = (random.NextDouble(), profile.Hard(time));
        if (drawn < hard)
            return (random.Next(10) == 0 ? Simulation.Fate.DeliveredThenHardBounced : Simulation.Fate.HardBounced, BounceReason.General);
        if (drawn < hard + 0.004)
            return (Simulation.Fate.SoftBounced, random.Next(3) == 0 ? BounceReason.MailboxFull : BounceReason.OutOfOffice);
        return (random.NextDouble() < profile.Complaint(time) ? Simulation.Fate.Complained : Simulation.Fate.Delivered, null);
    }

    private TimeSpan Lag() => Exponential(random.Next(50) == 0 ? TimeSpan.FromMinutes(10) : TimeSpan.FromSeconds(4));

    private TimeSpan Exponential(TimeSpan mean) => mean * -Math.Log(1 - random.NextDouble());

    private int Poisson(double mean)
    {
        var (limit, product, count) = (Math.Exp(-mean), random.NextDouble(), 0);
        while (product > limit)
        {
            product *= random.NextDouble();
            count++;
        }

        return count;
    }

    // Events tell milliseconds; what the simulation knows must not be finer.
    private static DateTimeOffset Rounded(DateTimeOffset time) => time.AddTicks(-(time.UtcTicks % TimeSpan.TicksPerMillisecond));

    private static int HashCode(int seed, int number) => unchecked((seed * 1_000_003) + (number * 7_919));
}
