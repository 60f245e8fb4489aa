namespace Feedback.Local.Services.Sns;

/// <summary>A question about a topic or a subscription.</summary>
internal sealed record SnsCall(AwsOperation Operation, string Arn, string? NextToken) : AwsCall(Operation);
