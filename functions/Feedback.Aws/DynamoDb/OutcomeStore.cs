using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Configuration;
using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Recording;
using Feedback.Reputation;
using Feedback.Suppression;

namespace Feedback.Aws.DynamoDb;

/// <summary>Reads the outcomes table, and writes it in transactions together with counters and suppression entries.</summary>
internal sealed class OutcomeStore(IAmazonDynamoDB dynamo, Settings settings, TimeProvider time) : IOutcomeReader, ILedgerWriter
{
    public async Task<LedgerTransactionResult> WriteAsync(LedgerTransaction transaction, CancellationToken cancellationToken)
    {
        try
        {
            await dynamo.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = Actions(transaction) }, cancellationToken);
            return LedgerTransactionResult.Written.Instance;
        }
        catch (TransactionCanceledException cancelled)
        {
            return Understand(transaction, cancelled);
        }
        catch (AmazonDynamoDBException exception) when (Contention.IsTransient(exception))
        {
            return LedgerTransactionResult.Busy.Instance;
        }
    }

    public async Task<IReadOnlyList<Outcome>> OfRecipientAsync(string recipientHash, CancellationToken cancellationToken)
    {
        var items = await dynamo.QueryAllAsync(
            new QueryRequest
            {
                TableName = settings.OutcomesTable,
                KeyConditionExpression = $"{OutcomeKeys.RecipientHash} = :r",
                ExpressionAttributeValues = new() { [":r"] = Attributes.Of(recipientHash) },
                ConsistentRead = true,
            },
            cancellationToken);
        return items.Select(OutcomeItem.Read).ToList();
    }

    public async Task<IReadOnlyList<ReputationEvent>> LatestEventsAsync(ReputationEntity entity, int limit, CancellationToken cancellationToken)
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
        return (response.Items ?? []).Select(OutcomeItem.ReadEvent).ToList();
    }

    private List<TransactWriteItem> Actions(LedgerTransaction transaction)
    {
        var expiresAt = time.GetUtcNow() + settings.OutcomeRetention;
        var shard = Random.Shared.Next(CounterUpdate.Shards);
        return
        [
            .. transaction.Outcomes.Select(o => VersionCondition.Put(settings.OutcomesTable, OutcomeItem.Of(o, expiresAt), o.Version)),
            .. transaction.Deltas.Select(d => CounterUpdate.Of(settings.ReputationTable, d, shard, Settings.CounterRetention)),
            .. transaction.Suppressions.Select(s => VersionCondition.Put(settings.SuppressionTable, SuppressionItem.Of(s), s.Version)),
        ];
    }

    /// <summary>Cancellation reasons come in the order of the actions. One for a failed condition holds the stored item, if there is one.</summary>
    private static LedgerTransactionResult Understand(LedgerTransaction transaction, TransactionCanceledException cancelled)
    {
        var outcomes = new Dictionary<OutcomeKey, Outcome?>();
        var suppressions = new Dictionary<EmailAddress, SuppressionEntry?>();
        var reasons = cancelled.CancellationReasons ?? [];
        for (var i = 0; i < reasons.Count; i++)
        {
            if (reasons[i].Code != Contention.ConditionFailed)
            {
                continue;
            }

            var item = reasons[i].Item is { Count: > 0 } old ? old : null;
            if (i < transaction.Outcomes.Count)
            {
                outcomes[transaction.Outcomes[i].Key] = item is null ? null : OutcomeItem.Read(item);
            }
            else
            {
                var entry = transaction.Suppressions[i - transaction.Outcomes.Count - transaction.Deltas.Count];
                suppressions[entry.Address] = item is null ? null : SuppressionItem.Read(item);
            }
        }

        if (outcomes.Count + suppressions.Count > 0)
        {
            return new LedgerTransactionResult.Stale(outcomes, suppressions);
        }

        return Contention.IsTransient(cancelled) ? LedgerTransactionResult.Busy.Instance : throw cancelled;
    }
}
