namespace Feedback.Local.Services.Sns;

/// <summary>One <c>Publish</c>: a mail to whoever subscribed to the topic.</summary>
internal sealed record PublishedMail(
    string TopicArn, string? Subject, string Message, string? MessageStructure, IReadOnlyDictionary<string, string> Attributes)
    : AwsCall(AwsOperation.Publish);
