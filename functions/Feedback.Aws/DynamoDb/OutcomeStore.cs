using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Configuration;
using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Suppression;

namespace Feedback.Aws.DynamoDb;

/// <inheritdoc cref="IOutcomeStore"/>
internal sealed class OutcomeStore(IAmazonDynamoDB dynamo, Settings settings, TimeProvider time) : IOutcomeStore
{
    public async Task<ChunkResult> WriteAsync(Chunk chunk, CancellationToken cancellation)
    {
        try
        {
            await dynamo.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = Actions(chunk) }, cancellation);
            return ChunkResult.Written.Instance;
        }
        catch (TransactionCanceledException cancelled)
        {
            return Understand(chunk, cancelled);
        }
        catch (AmazonDynamoDBException exception) when (Contention.IsPassing(exception))
        {
            return ChunkResult.Busy.Instance;
        }
    }

    public async Task<IReadOnlyList<Outcome>> OfRecipientAsync(string recipientHash, CancellationToken cancellation)
    {
        var items = await dynamo.QueryAllAsync(
            new QueryRequest
            {
                TableName = settings.OutcomesTable,
                KeyConditionExpression = $"{OutcomeItem.RecipientHash} = :r",
                ExpressionAttributeValues = new() { [":r"] = Attributes.Of(recipientHash) },
                ConsistentRead = true,
            },
            cancellation);
        return items.Select(OutcomeItem.Read).ToList();
    }

    public async Task<IReadOnlyList<Harm>> LatestHarmAsync(Subject subject, int limit, CancellationToken cancellation)
    {
        var response = await dynamo.QueryAsync(
            new QueryRequest
            {
                TableName = settings.OutcomesTable,
                IndexName = OutcomeItem.HarmIndex,
                KeyConditionExpression = $"{OutcomeItem.HarmedSubject} = :s",
                ExpressionAttributeValues = new() { [":s"] = Attributes.Of(subject.Key) },
                ScanIndexForward = false,
                Limit = limit,
            },
            cancellation);
        return (response.Items ?? []).Select(OutcomeItem.ReadHarm).ToList();
    }

    private List<TransactWriteItem> Actions(Chunk chunk)
    {
        var expiresAt = time.GetUtcNow() + settings.OutcomeRetention;
        var shard = Random.Shared.Next(CounterUpdate.Shards);
        return
        [
            .. chunk.Outcomes.Select(o => VersionCondition.Put(settings.OutcomesTable, OutcomeItem.Of(o, expiresAt), o.Version)),
            .. chunk.Deltas.Select(d => CounterUpdate.Of(settings.ReputationTable, d, shard, Settings.CounterRetention)),
            .. chunk.Suppressions.Select(s => VersionCondition.Put(settings.SuppressionTable, SuppressionItem.Of(s), s.Version)),
        ];
    }

    /// <summary>The reasons stand in the order of the actions. A failed condition brings the item along, or none where there is none.</summary>
    private static ChunkResult Understand(Chunk chunk, TransactionCanceledException cancelled)
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
            if (i < chunk.Outcomes.Count)
            {
                outcomes[chunk.Outcomes[i].Key] = item is null ? null : OutcomeItem.Read(item);
            }
            else
            {
                var entry = chunk.Suppressions[i - chunk.Outcomes.Count - chunk.Deltas.Count];
                suppressions[entry.Address] = item is null ? null : SuppressionItem.Read(item);
            }
        }

        if (outcomes.Count + suppressions.Count > 0)
        {
            return new ChunkResult.Stale(outcomes, suppressions);
        }

        return Contention.IsPassing(cancelled) ? ChunkResult.Busy.Instance : throw cancelled;
    }
}
