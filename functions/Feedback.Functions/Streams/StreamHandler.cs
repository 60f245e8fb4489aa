using Amazon.Lambda.Core;
using Feedback.Functions.Logging;
using Feedback.Processing;
using Feedback.Suppression;
using Microsoft.Extensions.Logging;

namespace Feedback.Functions.Streams;

/// <summary>
/// Converts an event of the suppression table's stream to changes of entries, and the first change that failed to a partial batch response, so
/// that Lambda goes on from there.
/// </summary>
internal sealed class StreamHandler(TimeProvider time, ILogger<StreamHandler> logger)
{
    /// <param name="event">The event.</param>
    /// <param name="context">Says how much time is left.</param>
    /// <param name="process">Processes the changes in their order, and returns the position of the first one that failed; null if none did.</param>
    internal async Task<StreamResponse> HandleAsync(
        StreamEvent @event, ILambdaContext context, Func<IEnumerable<EntryChange>, CancellationToken, Task<string?>> process)
    {
        var records = @event?.Records
            ?? throw new InvalidDataException("The payload has no Records: it is not an event of a DynamoDB stream.");
        var changes = records.Select(record => Change(
            record?.Change ?? throw new InvalidDataException("A record has no dynamodb: it is not a record of a DynamoDB stream."), record.EventId ?? ""));
        using var deadline = Deadline.Of(context.RemainingTime, time);
        var failed = await process([.. changes.OfType<EntryChange>()], deadline.Token);
        return new StreamResponse(failed is null ? [] : [new StreamResponse.Failure(failed)]);
    }

    /// <summary>
    /// Returns null for an item that can't be read: it would fail again each time, and keep all changes behind it waiting.
    /// </summary>
    private EntryChange? Change(StreamEvent.ItemChange change, string id)
    {
        try
        {
            return new EntryChange(
                id,
                change.SequenceNumber ?? "",
                DateTimeOffset.UnixEpoch.AddSeconds(change.At),
                StreamImage.Read(change.OldImage),
                StreamImage.Read(change.NewImage));
        }
        catch (InvalidDataException unreadable)
        {
            RunLog.ChangeUnreadable(logger, unreadable, change.SequenceNumber ?? "");
            return null;
        }
    }
}
