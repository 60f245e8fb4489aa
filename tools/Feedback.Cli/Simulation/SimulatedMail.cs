namespace Feedback.Cli.Simulation;

/// <summary>
/// Everything some senders sent between two times, and what SES tells of it. The same seed and times give the same messages.
/// </summary>
internal sealed record SimulatedMail(
    IReadOnlyList<Sender> Senders, IReadOnlyList<SimulatedMessage> Messages, IReadOnlyList<Notification> Notifications)
{
    /// <summary>The last notification arrives this long after the last message at the latest.</summary>
    private static readonly TimeSpan Echo = TimeSpan.FromMinutes(7);

    // Within an hour even when the last of it is judged, however slow the machine.
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(50);

    /// <summary>Sent within the last hour, with everything told of it by now.</summary>
    public static SimulatedMail OfTheLastHour(IReadOnlyList<Sender> senders, int seed, DateTimeOffset now) => Generate(senders, seed, now - Oldest, now - Echo);

    /// <param name="senders">Each with a configuration set of its own.</param>
    /// <param name="seed">Decides what the rates leave open.</param>
    /// <param name="from">When the first message is sent.</param>
    /// <param name="until">When the last one has been sent.</param>
    public static SimulatedMail Generate(IReadOnlyList<Sender> senders, int seed, DateTimeOffset from, DateTimeOffset until)
    {
        // Each sender draws from a sequence of its own: another sender beside it, or one message more, changes nothing about it.
        var mailings = senders.Select((sender, number) =>
        {
            var random = new Random(unchecked((seed * 397) ^ (number * 7919)));
            var messages = new Mailing(sender, number + 1, random, from, until).Messages();
            var (timeline, transport) = (new EventTimeline(random), new NotificationTransport(random));
            return (Messages: messages, Notifications: messages.SelectMany(timeline.Of).SelectMany(transport.Deliver).ToList());
        }).ToList();
        return new SimulatedMail(
            senders,
            [.. mailings.SelectMany(mailing => mailing.Messages)],
            [.. mailings.SelectMany(mailing => mailing.Notifications).OrderBy(notification => notification.ArrivesAt)]);
    }

    public Expectation Expected(Sender sender) => Expectation.Of(Messages.Where(message => message.ConfigurationSet == sender.ConfigurationSet));
}
