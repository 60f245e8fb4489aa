using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.SQS;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;

namespace Feedback.Functions;

/// <summary>Processes the delivery queue: the denominators of the rates.</summary>
internal sealed class DeliveryFunction(QueueHandler handler)
{
    [LambdaFunction(ResourceName = nameof(DeliveryFunction))]
    [SQSEvent("@DeliveryQueue", ResourceName = "Deliveries", BatchSize = 1000, MaximumBatchingWindowInSeconds = 5)]
    public Task<SQSBatchResponse> HandleDeliveriesAsync(SQSEvent batch, ILambdaContext context) => handler.HandleAsync(batch, context);
}
