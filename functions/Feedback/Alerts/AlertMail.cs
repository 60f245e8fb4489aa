namespace Feedback.Alerts;

/// <summary>An alert as it is published.</summary>
/// <param name="Subject">At most 99 ASCII characters: SNS refuses longer ones and others.</param>
/// <param name="Text">Plain text that reads well on a phone. No address in clear.</param>
/// <param name="Attributes">For chat and pager integrations and for subscription filters: names to strings.</param>
/// <param name="Json">The same facts for machines.</param>
internal sealed record AlertMail(string Subject, string Text, IReadOnlyDictionary<string, string> Attributes, string Json);
