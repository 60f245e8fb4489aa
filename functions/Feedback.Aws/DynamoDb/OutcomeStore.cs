using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Configuration;
using Feedback.Outcomes;
using Feedback.Recording;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Aws.DynamoDb;

/// <summary>Reads the outcomes table, and writes it in transactions together with counters and suppression entries.</summary>
internal sealed class OutcomeStore(
    IAmazonDynamoDB dynamo,
    Settings settings,
    TableLayout layout,
    CounterShards shards,
    TimeProvider time,
    ILogger<OutcomeStore> logger) : IOutcomeReader, IEventIndex, ILedgerWriter
{
    public async Task<LedgerTransactionResult> WriteAsync(LedgerTransaction transaction, CancellationToken cancellationToken)
    {
        await layout.EnsureAsync(cancellationToken);
        var actions = new LedgerActions(transaction, settings, shards, time.GetUtcNow());
        try
        {
            await dynamo.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [.. actions.Items] }, cancellationToken);
            return LedgerTransactionResult.Written.Instance;
        }
        catch (TransactionCanceledException cancelled)
        {
            return actions.Understand(cancelled);
        }
        catch (AmazonDynamoDBException exception) when (Contention.IsTransient(exception))
        {
            return LedgerTransactionResult.Busy.Instance;
        }
        catch (AmazonDynamoDBException exception) when (exception.ErrorCode == Contention.Invalid)
        {
            return new LedgerTransactionResult.Refused(exception);
        }
    }

    public async Task<Outcome?> FindAsync(OutcomeKey key, CancellationToken cancellationToken)
    {
        await layout.CheckAsync(cancellationToken);
        var request = new GetItemRequest { TableName = settings.OutcomesTable, Key = OutcomeKeys.Of(key), ConsistentRead = true };
        var response = await dynamo.GetItemAsync(request, cancellationToken);
        return response.Item is { Count: > 0 } item ? OutcomeItem.Read(item) : null;
    }

    public async IAsyncEnumerable<Outcome> OfRecipientAsync(string recipientHash, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await layout.CheckAsync(cancellationToken);
        var request = new QueryRequest
        {
            TableName = settings.OutcomesTable,
            KeyConditionExpression = $"{OutcomeKeys.RecipientHash} = :r",
            ExpressionAttributeValues = new() { [":r"] = Attributes.Of(recipientHash) },
            ConsistentRead = true,
        };
        await foreach (var page in dynamo.PagesAsync(request, cancellationToken))
        {
            foreach (var item in page)
            {
                yield return OutcomeItem.Read(item);
            }
        }
    }

    public async Task<IReadOnlyList<Outcome>> LatestEventsAsync(ReputationEntity entity, int limit, CancellationToken cancellationToken)
    {
        var response = await dynamo.QueryAsync(
            new QueryRequest
            {
                TableName = settings.OutcomesTable,
                IndexName = OutcomeKeys.EventIndex,
                KeyConditionExpression = $"{OutcomeKeys.EventEntity} = :s",
                ExpressionAttributeValues = new() { [":s"] = Attributes.Of(entity.Key) },
                ScanIndexForward = false,
                Limit = limit,
            },
            cancellationToken);
        return (response.Items ?? []).Select(TryRead).OfType<Outcome>().ToList();
    }

    public async Task<IReadOnlyList<Outcome>> EventsAsync(
        ReputationEntity entity, DateTimeOffset from, DateTimeOffset until, int limit, CancellationToken cancellationToken)
    {
        var response = await dynamo.QueryAsync(
            new QueryRequest
            {
                TableName = settings.OutcomesTable,
                IndexName = OutcomeKeys.EventIndex,
                KeyConditionExpression = $"{OutcomeKeys.EventEntity} = :s AND {OutcomeKeys.OccurredAt} BETWEEN :from AND :last",
                ExpressionAttributeValues = new()
                {
                    [":s"] = Attributes.Of(entity.Key),
                    [":from"] = Attributes.Of(from),
                    [":last"] = Attributes.Of(until.AddTicks(-1)),
                },
                ScanIndexForward = false,
                Limit = limit,
            },
            cancellationToken);
        return (response.Items ?? []).Select(TryRead).OfType<Outcome>().ToList();
    }

    /// <summary>An item that can't be read is missing from the alert and from nothing else.</summary>
    private Outcome? TryRead(Dictionary<string, AttributeValue> item)
    {
        try
        {
            return OutcomeItem.Read(item);
        }
        catch (InvalidDataException exception)
        {
            var key = OutcomeKeys.Read(item);
            AwsLog.EventNotRead(logger, exception, key.MessageId, key.RecipientHash);
            return null;
        }
    }
}
