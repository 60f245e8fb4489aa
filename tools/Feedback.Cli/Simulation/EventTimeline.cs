namespace Feedback.Cli.Simulation;

/// <summary>Yields the events that SES publishes for a message, as its fate requires, each with its time.</summary>
internal sealed class EventTimeline(Random random)
{
    private static readonly string?[] FeedbackTypes = ["abuse", "abuse", "abuse", "fraud", null];

    public IEnumerable<SimulatedEvent> Of(SimulatedMessage message)
    {
        var accepted = message.SentAt + Seconds(0.5, 4);
        if (message.IsDelivered)
        {
            yield return new SimulatedEvent.Delivery(message, accepted);
        }

        switch (message.Fate)
        {
            case MessageFate.HardBounced or MessageFate.SoftBounced or MessageFate.NeverAttempted:
                yield return new SimulatedEvent.Bounce(message, accepted, Id(accepted), message.Reason!);
                break;
            case MessageFate.DeliveredThenHardBounced:
                var later = accepted + Seconds(30, 240);
                yield return new SimulatedEvent.Bounce(message, later, Id(later), message.Reason!);
                break;
            case MessageFate.Complained or MessageFate.SaidNotSpam:
                var read = accepted + Seconds(60, 280);
                var id = Id(read);
                var type = message.Fate == MessageFate.SaidNotSpam ? "not-spam" : FeedbackTypes[random.Next(FeedbackTypes.Length)];
                yield return new SimulatedEvent.Complaint(message, read, id, type);
                break;
        }
    }

    private TimeSpan Seconds(double least, double most) => TimeSpan.FromSeconds(least + (random.NextDouble() * (most - least)));

    private string Id(DateTimeOffset at) => SesIds.Next(random, at);
}
