namespace Feedback.Local.Services.Sqs;

internal sealed record QueueCall(string QueueUrl, IReadOnlyList<string> AttributeNames) : AwsCall(AwsOperation.GetQueueAttributes);
