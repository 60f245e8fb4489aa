using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using Feedback.Processing;

namespace Feedback.Functions;

/// <summary>Between SQS's batch and ours: what fails is reported by message id and stays in the queue.</summary>
internal sealed class QueueHandler(FeedbackBatch batch)
{
    internal async Task<SQSBatchResponse> HandleAsync(SQSEvent @event, ILambdaContext context)
    {
        var records = @event?.Records
            ?? throw new InvalidDataException("The payload has no Records: it is not an event of an SQS queue.");
        var messages = records.Select(record => new IncomingMessage(
            record?.MessageId ?? throw new InvalidDataException("A record has no messageId: it is not one of an SQS queue."),
            record.Body ?? string.Empty));
        var failed = await batch.HandleAsync(messages.ToList(), context.RemainingTime);
        return new SQSBatchResponse(failed.Select(id => new SQSBatchResponse.BatchItemFailure { ItemIdentifier = id }).ToList());
    }
}
