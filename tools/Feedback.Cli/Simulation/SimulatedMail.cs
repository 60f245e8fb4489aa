namespace Feedback.Cli.Simulation;

/// <summary>
/// All mail of some senders between two times, with its notifications. The same seed and times give the same messages.
/// </summary>
internal sealed record SimulatedMail(
    IReadOnlyList<Sender> Senders, IReadOnlyList<SimulatedMessage> Messages, IReadOnlyList<Notification> Notifications)
{
    /// <summary>The latest a notification can arrive after the last message.</summary>
    private static readonly TimeSpan Echo = TimeSpan.FromMinutes(7);

    // Leaves ten minutes to evaluate the last message within an hour of the first, on a slow machine too.
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(50);

    /// <summary>Generates mail of the last hour whose notifications have all arrived by now.</summary>
    public static SimulatedMail OfTheLastHour(IReadOnlyList<Sender> senders, int seed, DateTimeOffset now) => Generate(senders, seed, now - Oldest, now - Echo);

    /// <param name="senders">The senders, each with its own configuration set.</param>
    /// <param name="seed">The random seed.</param>
    /// <param name="from">The time of the first message.</param>
    /// <param name="until">The time by which the last message has been sent.</param>
    public static SimulatedMail Generate(IReadOnlyList<Sender> senders, int seed, DateTimeOffset from, DateTimeOffset until)
    {
        // Each sender has its own random sequence, so that one more sender or message doesn't change the mail of the others.
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
