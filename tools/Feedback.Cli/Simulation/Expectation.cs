namespace Feedback.Cli.Simulation;

/// <summary>
/// The expected counters and suppression list for some messages, derived from the messages' fates without any of the code that counts
/// events.
/// </summary>
/// <param name="Counts">The expected sum of the set's counters.</param>
/// <param name="Suppressed">The names of the reasons, by address.</param>
internal sealed record Expectation(Counts Counts, IReadOnlyDictionary<string, IReadOnlyList<string>> Suppressed)
{
    /// <summary>The template's default for the number of soft bounces in a row that suppress an address.</summary>
    private const int SoftBounceLimit = 5;

    public static Expectation Of(IEnumerable<SimulatedMessage> messages)
    {
        long attempts = 0, deliveries = 0, hard = 0, soft = 0, complaints = 0;
        var suppressed = new Dictionary<string, IReadOnlyList<string>>();
        var full = new Dictionary<string, int>();
        foreach (var message in messages)
        {
            attempts += message.Fate == MessageFate.NeverAttempted ? 0 : 1;
            deliveries += message.IsDelivered ? 1 : 0;
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
