using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.SQS;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;

namespace Feedback.Functions;

/// <summary>Processes the queue of mails that SES received: bounces and abuse reports.</summary>
internal sealed class InboundFunction(QueueHandler handler)
{
    [LambdaFunction(ResourceName = nameof(InboundFunction))]
    [SQSEvent("@InboundQueue", ResourceName = "Reports", BatchSize = 10, MaximumBatchingWindowInSeconds = 1)]
    public Task<SQSBatchResponse> HandleReportsAsync(SQSEvent batch, ILambdaContext context) => handler.HandleReportsAsync(batch, context);
}
