using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.SQS;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;

namespace Feedback.Functions;

/// <summary>Processes the bounce queue.</summary>
internal sealed class BounceFunction(QueueHandler handler)
{
    [LambdaFunction(ResourceName = nameof(BounceFunction))]
    [SQSEvent("@BounceQueue", ResourceName = "Bounces", BatchSize = 100, MaximumBatchingWindowInSeconds = 1)]
    public Task<SQSBatchResponse> HandleBouncesAsync(SQSEvent batch, ILambdaContext context) => handler.HandleAsync(batch, context);
}
