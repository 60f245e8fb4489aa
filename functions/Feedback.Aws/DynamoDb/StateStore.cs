using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Aws.DynamoDb;

/// <inheritdoc cref="IStateStore"/>
internal sealed class StateStore(IAmazonDynamoDB dynamo, Settings settings, TimeProvider time) : IStateStore
{
    /// <summary>About ten seconds of contention or throttling, beyond the SDK's own retries.</summary>
    internal const int MaximumAttempts = 200;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(50);

    public async Task<EntityState> GetAsync(ReputationEntity entity, CancellationToken cancellationToken)
    {
        var response = await dynamo.GetItemAsync(
            new GetItemRequest { TableName = settings.ReputationTable, Key = ReputationKeys.State(entity), ConsistentRead = true },
            cancellationToken);
        return response.Item is { Count: > 0 } item ? StateItem.Read(item) : EntityState.New(entity);
    }

    public async Task<IReadOnlyList<EntityState>> AllAsync(CancellationToken cancellationToken)
    {
        var items = await dynamo.QueryAllAsync(
            new QueryRequest
            {
                TableName = settings.ReputationTable,
                KeyConditionExpression = $"{ReputationKeys.Partition} = :s",
                ExpressionAttributeValues = new() { [":s"] = Attributes.Of(ReputationKeys.States) },
                ConsistentRead = true,
            },
            cancellationToken);
        return items.Select(StateItem.Read).ToList();
    }

    public async Task<bool> TryMoveAsync(EntityState next, HistoryEntry? history, CancellationToken cancellationToken)
    {
        var actions = new List<TransactWriteItem> { VersionCondition.Put(settings.ReputationTable, StateItem.Of(next), next.Version) };
        if (history is not null)
        {
            actions.Add(new TransactWriteItem { Put = new Put { TableName = settings.ReputationTable, Item = HistoryItem.Of(history) } });
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await dynamo.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = actions }, cancellationToken);
                return true;
            }
            catch (TransactionCanceledException cancelled) when ((cancelled.CancellationReasons ?? []).Any(r => r.Code == Contention.ConditionFailed))
            {
                return false;
            }
            catch (AmazonDynamoDBException exception) when (Contention.IsTransient(exception) && attempt < MaximumAttempts)
            {
                // Another transaction on the same item is in progress, or the table throttles: which writer was first is not known yet.
                await Task.Delay(RetryAfter * (0.5 + Random.Shared.NextDouble()), time, cancellationToken);
            }
        }
    }

    public Task AddHistoryAsync(HistoryEntry entry, CancellationToken cancellationToken) =>
        dynamo.PutItemAsync(new PutItemRequest { TableName = settings.ReputationTable, Item = HistoryItem.Of(entry) }, cancellationToken);

    public async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(ReputationEntity entity, int limit, CancellationToken cancellationToken)
    {
        var response = await dynamo.QueryAsync(
            new QueryRequest
            {
                TableName = settings.ReputationTable,
                KeyConditionExpression = $"{ReputationKeys.Partition} = :s AND begins_with({ReputationKeys.Sort}, :h)",
                ExpressionAttributeValues = new()
                {
                    [":s"] = Attributes.Of(entity.Key),
                    [":h"] = Attributes.Of(ReputationKeys.HistoryPrefix),
                },
                ScanIndexForward = false,
                ConsistentRead = true,
                Limit = limit,
            },
            cancellationToken);
        return (response.Items ?? []).Select(HistoryItem.Read).ToList();
    }
}
