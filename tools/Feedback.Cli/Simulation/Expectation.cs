namespace Feedback.Cli.Simulation;

/// <summary>
/// What the counters and the suppression list must say of some messages. Counted off the messages' fates, with nothing of the code
/// that counts events.
/// </summary>
/// <param name="Counts">What the counters of the messages' set must add up to.</param>
/// <param name="Suppressed">The names of the reasons, by address.</param>
internal sealed record Expectation(Counts Counts, IReadOnlyDictionary<string, IReadOnlyList<string>> Suppressed)
{
    /// <summary>The template's default: so many soft bounces in a row suppress an address.</summary>
    private const int SoftBounceLimit = 5;

    public static Expectation Of(IEnumerable<SimulatedMessage> messages)
    {
        long attempts = 0, deliveries = 0, hard = 0, soft = 0, complaints = 0;
        var suppressed = new Dictionary<string, IReadOnlyList<string>>();
        var full = new Dictionary<string, int>();
        foreach (var message in messages)
        {
            attempts += message.Fate == MessageFate.NeverAttempted ? 0 : 1;
            deliveries += message.Fate is MessageFate.Delivered or MessageFate.DeliveredThenHardBounced or MessageFate.Complained or MessageFate.SaidNotSpam ? 1 : 0;
            hard += message.Fate is MessageFate.HardBounced or MessageFate.DeliveredThenHardBounced ? 1 : 0;
            soft += message.Fate == MessageFate.SoftBounced ? 1 : 0;
            complaints += message.Fate == MessageFate.Complained ? 1 : 0;
            if (Reason(message) is { } reason)
            {
                suppressed[message.Recipient] = [reason];
            }

            if (message.Reason == BounceReason.MailboxFull && (full[message.Recipient] = full.GetValueOrDefault(message.Recipient) + 1) == SoftBounceLimit)
            {
                suppressed[message.Recipient] = ["SoftBounceLimit"];
            }
        }

        return new Expectation(new Counts(attempts, deliveries, hard, soft, complaints), suppressed);
    }

    private static string? Reason(SimulatedMessage message) => message.Fate switch
    {
        MessageFate.HardBounced or MessageFate.DeliveredThenHardBounced => message.Reason == BounceReason.GlobalList ? "SesGlobalList" : "HardBounce",
        MessageFate.Complained => "Complaint",
        MessageFate.NeverAttempted => "AccountSuppressionList",
        _ => null,
    };
}
