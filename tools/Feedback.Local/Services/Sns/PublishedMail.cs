namespace Feedback.Local.Services.Sns;

/// <summary>A <c>Publish</c> call: a mail to the topic's subscribers.</summary>
internal sealed record PublishedMail(
    string TopicArn, string? Subject, string Message, string? MessageStructure, IReadOnlyDictionary<string, string> Attributes)
    : AwsCall(AwsOperation.Publish);
