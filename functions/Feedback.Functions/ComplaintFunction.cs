using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.SQS;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;

namespace Feedback.Functions;

/// <summary>Processes the complaint queue.</summary>
internal sealed class ComplaintFunction(QueueHandler handler)
{
    [LambdaFunction(ResourceName = nameof(ComplaintFunction))]
    [SQSEvent("@ComplaintQueue", ResourceName = "Complaints", BatchSize = 100, MaximumBatchingWindowInSeconds = 1)]
    public Task<SQSBatchResponse> HandleComplaintsAsync(SQSEvent batch, ILambdaContext context) => handler.HandleAsync(batch, context);
}
