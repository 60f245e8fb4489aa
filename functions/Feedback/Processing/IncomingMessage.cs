namespace Feedback.Processing;

/// <summary>One SQS message.</summary>
/// <param name="Id">The SQS message id, used only in the partial batch response.</param>
/// <param name="Body">SES's JSON in any of its wrappings.</param>
internal readonly record struct IncomingMessage(string Id, string Body);
