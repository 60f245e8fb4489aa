namespace Feedback.Cli.DeadLetters;

/// <summary>A redrive that was started, as JSON.</summary>
/// <param name="Queue">bounce, complaint, delivery or inbound.</param>
/// <param name="Messages">The number of messages that SQS moves back.</param>
internal sealed record RedriveDocument(string Queue, long Messages);
