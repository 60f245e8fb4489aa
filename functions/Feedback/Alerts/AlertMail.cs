namespace Feedback.Alerts;

/// <summary>An alert as it is published.</summary>
/// <param name="Subject">One line of at most 99 ASCII characters.</param>
/// <param name="Text">Plain ASCII text in short lines, to be read on a phone. It contains no recipient address.</param>
/// <param name="Attributes">Names and values for subscription filters, and for chat and pager integrations.</param>
/// <param name="Json">The same facts as JSON, for machines.</param>
internal sealed record AlertMail(string Subject, string Text, IReadOnlyDictionary<string, string> Attributes, string Json);
