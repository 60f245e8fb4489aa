namespace Feedback.Cli.Simulation;

/// <summary>One message to one recipient.</summary>
/// <param name="ConfigurationSet">The set it was sent through.</param>
/// <param name="MessageId">SES's id.</param>
/// <param name="Recipient">In canonical form, and at a domain that nobody can own.</param>
/// <param name="SentAt">When SES took it.</param>
/// <param name="Fate">What becomes of it.</param>
/// <param name="Reason">Why it bounces; null if it doesn't.</param>
internal sealed record SimulatedMessage(string ConfigurationSet, string MessageId, string Recipient, DateTimeOffset SentAt, MessageFate Fate, BounceReason? Reason);
