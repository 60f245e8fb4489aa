using System.Globalization;
using Feedback.Cli.InProcess;
using Feedback.Processing;
using Feedback.Reputation;

namespace Feedback.Cli.Simulation;

/// <summary>
/// The mail of some sets in event time: a set sends unless it is paused, events happen, and their notifications arrive in the queues later.
/// Each set's oracle learns what happened at the moment it happened.
/// </summary>
/// <param name="senders">The sets. Their order is part of what a seed determines.</param>
/// <param name="seed">The random seed.</param>
/// <param name="ses">Says which sets are paused.</param>
/// <param name="oracleOf">Returns the oracle of a set.</param>
internal sealed class MailFeed(IReadOnlyList<ISendingPattern> senders, int seed, InProcessSes ses, Func<string, IOracle> oracleOf)
{
    private readonly Dictionary<string, SetMailer> _mailers = senders
        .Select((sender, index) => (sender.Name, Mailer: new SetMailer(sender, index + 1, seed)))
        .ToDictionary(set => set.Name, set => set.Mailer);

    private readonly Dictionary<string, (long Sent, long Stopped)> _volumes = senders.ToDictionary(sender => sender.Name, _ => (0L, 0L));
    private readonly PriorityQueue<SimulatedMessage, DateTimeOffset> _toSend = new();
    private readonly PriorityQueue<SimulatedEvent, DateTimeOffset> _toHappen = new();
    private readonly PriorityQueue<Notification, DateTimeOffset> _toArrive = new();
    private readonly SesEventWriter _writer = new("123456789012", "eu-west-1");

    /// <summary>The number of notifications that have arrived.</summary>
    public long Notifications { get; private set; }

    /// <summary>Returns how many messages the set has sent, and how many it would have sent after its pause.</summary>
    public (long Sent, long Stopped) VolumeOf(string set) => _volumes[set];

    /// <summary>Generates the messages of the minute that begins now. Each minute must be prepared before it passes.</summary>
    public void Prepare(DateTimeOffset minute)
    {
        foreach (var message in _mailers.Values.SelectMany(mailer => mailer.Minute(minute)))
        {
            _toSend.Enqueue(message, message.SentAt);
        }

        if (Bucket.Of(minute).Start == minute)
        {
            foreach (var sender in senders)
            {
                oracleOf(sender.Name).Slid(minute);
            }
        }
    }

    /// <summary>Lets everything before <paramref name="now"/> happen, and returns what has arrived by then.</summary>
    public Arrivals PassTo(DateTimeOffset now)
    {
        while (_toSend.TryPeek(out _, out var at) && at < now)
        {
            Send(_toSend.Dequeue());
        }

        while (_toHappen.TryPeek(out _, out var at) && at < now)
        {
            Happen(_toHappen.Dequeue());
        }

        var (deliveries, others) = (new List<IncomingMessage>(), new List<IncomingMessage>());
        while (_toArrive.TryPeek(out _, out var at) && at < now)
        {
            var notification = _toArrive.Dequeue();
            var isDelivery = notification.Event is SimulatedEvent.Delivery;
            (isDelivery ? deliveries : others).Add(new IncomingMessage(
                (++Notifications).ToString(CultureInfo.InvariantCulture), _writer.Write(notification), isDelivery ? notification.ArrivesAt : null));
        }

        return new Arrivals(deliveries, others);
    }

    private void Send(SimulatedMessage message)
    {
        var (sent, stopped) = _volumes[message.ConfigurationSet];
        var sends = ses.Sends(ReputationEntity.ConfigurationSet(message.ConfigurationSet));
        _volumes[message.ConfigurationSet] = sends ? (sent + 1, stopped) : (sent, stopped + 1);
        if (!sends)
        {
            return;
        }

        foreach (var happens in _mailers[message.ConfigurationSet].Timeline(message))
        {
            _toHappen.Enqueue(happens, happens.OccurredAt);
        }
    }

    private void Happen(SimulatedEvent happened)
    {
        oracleOf(happened.Message.ConfigurationSet).Happened(happened);
        foreach (var notification in _mailers[happened.Message.ConfigurationSet].Deliver(happened))
        {
            _toArrive.Enqueue(notification, notification.ArrivesAt);
        }
    }
}
