using System.Globalization;
using Feedback.Processing;

namespace Feedback.Cli.Simulation.Scale;

/// <summary>Creates messages of the queues, each of a mail to another recipient.</summary>
internal sealed class ScaleMail(int seed)
{
    /// <summary>The time from sending to the arrival in a queue.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(5);

    private readonly Random _random = new(seed);
    private readonly Addresses _addresses = new(1, new Random(seed));
    private readonly SesEventWriter _writer = new("123456789012", "eu-west-1");
    private int _number;

    public IncomingMessage Delivery(string set, DateTimeOffset now)
    {
        var message = Message(set, MessageFate.Delivered, now - Age);
        return Write(new SimulatedEvent.Delivery(message, now), now);
    }

    public IncomingMessage HardBounce(string set, DateTimeOffset now)
    {
        var message = Message(set, MessageFate.HardBounced, now - Age);
        return Write(new SimulatedEvent.Bounce(message, now, SesIds.Next(_random, now), BounceReason.General), null);
    }

    private SimulatedMessage Message(string set, MessageFate fate, DateTimeOffset sentAt) => new(
        set, SesIds.Next(_random, sentAt), _addresses.Next(), sentAt, fate, fate == MessageFate.HardBounced ? BounceReason.General : null);

    private IncomingMessage Write(SimulatedEvent happened, DateTimeOffset? arrivedAt) => new(
        (++_number).ToString(CultureInfo.InvariantCulture),
        _writer.Write(new Notification(happened, happened.OccurredAt, NotificationForm.Raw)),
        arrivedAt);
}
