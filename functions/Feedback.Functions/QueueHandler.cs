using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using Feedback.Processing;

namespace Feedback.Functions;

/// <summary>Converts an SQS event to a batch, and the ids of failed messages to a partial batch response, so that those stay in the queue.</summary>
internal sealed class QueueHandler(FeedbackBatch batch)
{
    internal async Task<SQSBatchResponse> HandleAsync(SQSEvent @event, ILambdaContext context)
    {
        var records = @event?.Records
            ?? throw new InvalidDataException("The payload has no Records: it is not an SQS event.");
        var messages = records.Select(record => new IncomingMessage(
            record?.MessageId ?? throw new InvalidDataException("A record has no messageId: it is not an SQS record."),
            record.Body ?? string.Empty));
        var failed = await batch.HandleAsync(messages.ToList(), context.RemainingTime);
        return new SQSBatchResponse(failed.Select(id => new SQSBatchResponse.BatchItemFailure { ItemIdentifier = id }).ToList());
    }
}
