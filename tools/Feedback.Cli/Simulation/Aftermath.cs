namespace Feedback.Cli.Simulation;

/// <summary>What SES tells of a message in the end: the events its fate entails, each at its time.</summary>
internal sealed class Aftermath(Random random)
{
    private static readonly string?[] FeedbackTypes = ["abuse", "abuse", "abuse", "fraud", null];

    public IEnumerable<SimulatedEvent> Of(SimulatedMessage message)
    {
        var accepted = message.SentAt + Seconds(0.5, 4);
        if (message.Fate is Fate.Delivered or Fate.DeliveredThenHardBounced or Fate.Complained or Fate.SaidNotSpam)
            yield return new SimulatedEvent.Delivery(message, accepted);

        switch (message.Fate)
        {
            case Fate.HardBounced or Fate.SoftBounced or Fate.NeverAttempted:
                yield return new SimulatedEvent.Bounce(message, accepted, Id(accepted), message.Reason!);
                break;
            case Fate.DeliveredThenHardBounced:
                var later = accepted + Seconds(30, 240);
                yield return new SimulatedEvent.Bounce(message, later, Id(later), message.Reason!);
                break;
            case Fate.Complained or Fate.SaidNotSpam:
                var read = accepted + Seconds(60, 280);
                yield return new SimulatedEvent.Complaint(message, read, Id(read), message.Fate == Fate.SaidNotSpam ? "not-spam" : FeedbackTypes[random.Next(FeedbackTypes.Length)]);
                break;
        }
    }

    private TimeSpan Seconds(double least, double most) => TimeSpan.FromSeconds(least + (random.NextDouble() * (most - least)));

    private string Id(DateTimeOffset at) => SesIds.Next(random, at);
}
