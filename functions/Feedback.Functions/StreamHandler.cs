using Amazon.Lambda.Core;
using Amazon.Lambda.DynamoDBEvents;
using Feedback.Announcing;
using Feedback.Functions.Logging;
using Feedback.Processing;
using Microsoft.Extensions.Logging;

namespace Feedback.Functions;

/// <summary>
/// Converts an event of the suppression table's stream to changes of entries, and the first change that failed to a partial batch response, so
/// that Lambda goes on from there.
/// </summary>
internal sealed class StreamHandler(Announcer announcer, TimeProvider time, ILogger<StreamHandler> logger)
{
    internal async Task<StreamsEventResponse> HandleAsync(DynamoDBEvent @event, ILambdaContext context)
    {
        var records = @event?.Records
            ?? throw new InvalidDataException("The payload has no Records: it is not an event of a DynamoDB stream.");
        var changes = records.Select(record => Change(
            record?.Dynamodb ?? throw new InvalidDataException("A record has no dynamodb: it is not a record of a DynamoDB stream."), record.EventID));
        using var deadline = Deadline.Of(context.RemainingTime, time);
        var failed = await announcer.AnnounceAsync([.. changes.OfType<EntryChange>()], deadline.Token);
        return new StreamsEventResponse
        {
            BatchItemFailures = failed is null ? [] : [new StreamsEventResponse.BatchItemFailure { ItemIdentifier = failed }],
        };
    }

    /// <summary>
    /// Returns null for an item that can't be read: it would fail again each time, and keep all changes behind it from being announced.
    /// </summary>
    private EntryChange? Change(DynamoDBEvent.StreamRecord record, string id)
    {
        try
        {
            return new EntryChange(
                id,
                record.SequenceNumber,
                new DateTimeOffset(DateTime.SpecifyKind(record.ApproximateCreationDateTime, DateTimeKind.Utc)),
                StreamImage.Read(record.OldImage),
                StreamImage.Read(record.NewImage));
        }
        catch (InvalidDataException unreadable)
        {
            RunLog.ChangeUnreadable(logger, unreadable, record.SequenceNumber);
            return null;
        }
    }
}
