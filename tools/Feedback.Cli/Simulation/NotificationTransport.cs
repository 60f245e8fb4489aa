namespace Feedback.Cli.Simulation;

/// <summary>Delivers notifications to their queues: some late and therefore out of order, some twice, in any of their forms.</summary>
internal sealed class NotificationTransport(Random random)
{
    public IEnumerable<Notification> Deliver(SimulatedEvent happened)
    {
        var first = new Notification(happened, happened.OccurredAt + Delay(), Form());
        yield return first;

        // SNS and SQS deliver at least once; an identity with notifications enabled reports the same event once more.
        var twice = random.Next(100);
        if (twice < 3)
        {
            yield return first with { ArrivesAt = first.ArrivesAt + Delay() };
        }
        else if (twice < 6)
        {
            yield return first with { ArrivesAt = happened.OccurredAt + Delay(), Form = NotificationForm.OfIdentity };
        }
    }

    // Nine of ten arrive within two seconds, the others within a minute.
    private TimeSpan Delay() => TimeSpan.FromSeconds(random.NextDouble() * (random.Next(10) == 0 ? 60 : 2));

    private NotificationForm Form() => random.Next(100) switch
    {
        < 90 => NotificationForm.Raw,
        < 96 => NotificationForm.InSns,
        _ => NotificationForm.InEventBridge,
    };
}
