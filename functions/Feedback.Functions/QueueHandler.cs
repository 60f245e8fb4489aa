using System.Globalization;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using Feedback.Inbound;
using Feedback.Processing;

namespace Feedback.Functions;

/// <summary>Converts an SQS event to a batch, and the ids of failed messages to a partial batch response, so that those stay in the queue.</summary>
internal sealed class QueueHandler(FeedbackBatch batch, DeliveryBatch deliveries, InboundBatch inbound)
{
    /// <summary>Handles an event of the bounce or the complaint queue.</summary>
    internal Task<SQSBatchResponse> HandleAsync(SQSEvent @event, ILambdaContext context) => HandleAsync(@event, context, batch.HandleAsync);

    /// <summary>Handles an event of the delivery queue.</summary>
    internal Task<SQSBatchResponse> HandleDeliveriesAsync(SQSEvent @event, ILambdaContext context) =>
        HandleAsync(@event, context, deliveries.HandleAsync);

    /// <summary>Handles an event of the queue of reports that came as mail.</summary>
    internal Task<SQSBatchResponse> HandleReportsAsync(SQSEvent @event, ILambdaContext context) => HandleAsync(@event, context, inbound.HandleAsync);

    private static async Task<SQSBatchResponse> HandleAsync(
        SQSEvent @event, ILambdaContext context, Func<IReadOnlyList<IncomingMessage>, TimeSpan, Task<IReadOnlyList<string>>> handle)
    {
        var records = @event?.Records
            ?? throw new InvalidDataException("The payload has no Records: it is not an SQS event.");
        var messages = records.Select(record => new IncomingMessage(
            record?.MessageId ?? throw new InvalidDataException("A record has no messageId: it is not an SQS record."),
            record.Body ?? string.Empty,
            SentAt(record)));
        var failed = await handle(messages.ToList(), context.RemainingTime);
        return new SQSBatchResponse(failed.Select(id => new SQSBatchResponse.BatchItemFailure { ItemIdentifier = id }).ToList());
    }

    /// <summary>Milliseconds since 1970. Null for an attribute that is missing or no such number: the message itself is handled all the same.</summary>
    private static DateTimeOffset? SentAt(SQSEvent.SQSMessage record) =>
        record.Attributes?.GetValueOrDefault("SentTimestamp") is { } text
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
}
