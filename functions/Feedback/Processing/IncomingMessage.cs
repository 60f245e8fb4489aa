namespace Feedback.Processing;

/// <summary>One SQS message.</summary>
/// <param name="Id">The SQS message id, used only in the partial batch response.</param>
/// <param name="Body">SES's JSON in any of its wrappings.</param>
/// <param name="SentAt">When the message was sent to the queue (SQS's attribute SentTimestamp); null if that is not known.</param>
internal readonly record struct IncomingMessage(string Id, string Body, DateTimeOffset? SentAt = null);
