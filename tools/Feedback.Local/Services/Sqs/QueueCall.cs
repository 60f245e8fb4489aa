using System.Text.Json.Nodes;

namespace Feedback.Local.Services.Sqs;

/// <param name="Operation">The operation.</param>
/// <param name="QueueUrl">The queue's URL; for a redrive its ARN; for a list the beginning of the names.</param>
/// <param name="Body">The request.</param>
internal sealed record QueueCall(AwsOperation Operation, string QueueUrl, JsonNode Body) : AwsCall(Operation);
