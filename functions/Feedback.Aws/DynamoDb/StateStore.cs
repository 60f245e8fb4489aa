using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Configuration;
using Feedback.Outcomes;
using Feedback.Sending;

namespace Feedback.Aws.DynamoDb;

/// <inheritdoc cref="IStateStore"/>
internal sealed class StateStore(IAmazonDynamoDB dynamo, Settings settings, TimeProvider time) : IStateStore
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(50);

    public async Task<SubjectState> GetAsync(Subject subject, CancellationToken cancellation)
    {
        var response = await dynamo.GetItemAsync(
            new GetItemRequest { TableName = settings.ReputationTable, Key = ReputationKeys.State(subject), ConsistentRead = true },
            cancellation);
        return response.Item is { Count: > 0 } item ? StateItem.Read(item) : SubjectState.New(subject);
    }

    public async Task<IReadOnlyList<SubjectState>> AllAsync(CancellationToken cancellation)
    {
        var items = await dynamo.QueryAllAsync(
            new QueryRequest
            {
                TableName = settings.ReputationTable,
                KeyConditionExpression = $"{ReputationKeys.Partition} = :s",
                ExpressionAttributeValues = new() { [":s"] = Attributes.Of(ReputationKeys.States) },
                ConsistentRead = true,
            },
            cancellation);
        return items.Select(StateItem.Read).ToList();
    }

    public async Task<bool> TryMoveAsync(SubjectState next, HistoryEntry? history, CancellationToken cancellation)
    {
        var actions = new List<TransactWriteItem> { VersionCondition.Put(settings.ReputationTable, StateItem.Of(next), next.Version) };
        if (history is not null)
        {
            actions.Add(new TransactWriteItem { Put = new Put { TableName = settings.ReputationTable, Item = HistoryItem.Of(history) } });
        }

        while (true)
        {
            try
            {
                await dynamo.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = actions }, cancellation);
                return true;
            }
            catch (TransactionCanceledException cancelled) when ((cancelled.CancellationReasons ?? []).Any(r => r.Code == Contention.ConditionFailed))
            {
                return false;
            }
            catch (AmazonDynamoDBException exception) when (Contention.IsPassing(exception))
            {
                // Another writer is under way: only its end tells who was first.
                await Task.Delay(RetryAfter * (0.5 + Random.Shared.NextDouble()), time, cancellation);
            }
        }
    }

    public async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(Subject subject, int limit, CancellationToken cancellation)
    {
        var response = await dynamo.QueryAsync(
            new QueryRequest
            {
                TableName = settings.ReputationTable,
                KeyConditionExpression = $"{ReputationKeys.Partition} = :s AND begins_with({ReputationKeys.Sort}, :h)",
                ExpressionAttributeValues = new()
                {
                    [":s"] = Attributes.Of(subject.Key),
                    [":h"] = Attributes.Of(ReputationKeys.HistoryPrefix),
                },
                ScanIndexForward = false,
                ConsistentRead = true,
                Limit = limit,
            },
            cancellation);
        return (response.Items ?? []).Select(HistoryItem.Read).ToList();
    }
}
