namespace Feedback.Cli.Simulation;

/// <summary>One message to one recipient.</summary>
/// <param name="ConfigurationSet">The set it was sent through.</param>
/// <param name="MessageId">SES's message id.</param>
/// <param name="Recipient">The recipient's address, normalised, at a domain that can't be registered.</param>
/// <param name="SentAt">The time at which SES accepted it.</param>
/// <param name="Fate">Its fate.</param>
/// <param name="Reason">The reason for its bounce; null if it doesn't bounce.</param>
internal sealed record SimulatedMessage(
    string ConfigurationSet, string MessageId, string Recipient, DateTimeOffset SentAt, MessageFate Fate, BounceReason? Reason)
{
    public bool IsDelivered =>
        Fate is MessageFate.Delivered or MessageFate.DeliveredThenHardBounced or MessageFate.Complained or MessageFate.SaidNotSpam;
}
