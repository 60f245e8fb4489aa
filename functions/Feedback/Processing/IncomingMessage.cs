namespace Feedback.Processing;

/// <summary>One SQS message, as the queue gave it.</summary>
/// <param name="Id">The SQS message id: what a partial batch response names, and nothing else is known by it.</param>
/// <param name="Body">SES's JSON in any of its wrappings.</param>
internal readonly record struct IncomingMessage(string Id, string Body);
