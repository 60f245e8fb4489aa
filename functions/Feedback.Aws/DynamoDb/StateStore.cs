using System.Collections.Concurrent;
using System.Security.Cryptography;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Acting;
using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Aws.DynamoDb;

/// <inheritdoc cref="IStateStore"/>
internal sealed class StateStore(IAmazonDynamoDB dynamo, Settings settings, TimeProvider time, ILogger<StateStore> logger) : IStateStore
{
    /// <summary>About ten seconds of contention or throttling, beyond the SDK's own retries.</summary>
    internal const int MaximumAttempts = 200;

    /// <summary>DynamoDB's limit on the keys of one BatchGetItem.</summary>
    private const int KeysPerRequest = 100;

    private const int RequestsAtOnce = 16;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(50);

    public async Task<EntityState> GetAsync(ReputationEntity entity, CancellationToken cancellationToken)
    {
        var response = await dynamo.GetItemAsync(
            new GetItemRequest { TableName = settings.ReputationTable, Key = ReputationKeys.State(entity), ConsistentRead = true },
            cancellationToken);
        return response.Item is { Count: > 0 } item ? StateItem.Read(item) : EntityState.New(entity);
    }

    public async Task<IReadOnlyList<EntityState>> FindAsync(IReadOnlyCollection<ReputationEntity> entities, CancellationToken cancellationToken)
    {
        var found = new ConcurrentBag<EntityState>();
        await BoundedParallel.ForEachAsync(entities.Distinct().Chunk(KeysPerRequest), RequestsAtOnce, FindChunkAsync, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return [.. found];

        async Task FindChunkAsync(ReputationEntity[] chunk, CancellationToken token)
        {
            var wanted = new Dictionary<string, KeysAndAttributes>
            {
                [settings.ReputationTable] = new() { Keys = [.. chunk.Select(ReputationKeys.State)], ConsistentRead = true },
            };
            while (true)
            {
                var response = await dynamo.BatchGetItemAsync(new BatchGetItemRequest { RequestItems = wanted }, token);
                foreach (var state in Readable(response.Responses?.GetValueOrDefault(settings.ReputationTable) ?? []))
                {
                    found.Add(state);
                }

                wanted = response.UnprocessedKeys;
                if (wanted is not { Count: > 0 })
                {
                    return;
                }

                await Task.Delay(RetryAfter * (0.5 + Random.Shared.NextDouble()), time, token);
            }
        }
    }

    public async Task<IReadOnlyList<EntityState>> AllAsync(CancellationToken cancellationToken)
    {
        var slots = await Task.WhenAll(Enumerable.Range(0, ReputationKeys.Slots).Select(slot => dynamo.QueryAllAsync(Slot(slot), cancellationToken)));
        return [.. slots.SelectMany(Readable)];
    }

    /// <summary>Reads one page of a slot.</summary>
    /// <returns>The readable states and how many items were read; the key to go on after, or null at the end of the slot.</returns>
    internal async Task<((List<EntityState> States, int Read) Page, string? Last)> PageAsync(
        int slot,
        string? after,
        int limit,
        CancellationToken cancellationToken)
    {
        var request = Slot(slot);
        request.Limit = limit;
        if (after is not null)
        {
            request.KeyConditionExpression += $" AND {ReputationKeys.Sort} > :after";
            request.ExpressionAttributeValues[":after"] = Attributes.Of(after);
        }

        var response = await dynamo.QueryAsync(request, cancellationToken);
        var items = response.Items ?? [];
        var last = response.LastEvaluatedKey is { Count: > 0 } key ? key[ReputationKeys.Sort].S : null;
        return ((Readable(items).ToList(), items.Count), last);
    }

    public async Task<bool> TryMoveAsync(EntityState next, HistoryEntry? history, CancellationToken cancellationToken)
    {
        var writer = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var item = StateItem.Of(next);
        item[StateItem.Writer] = Attributes.Of(writer);
        var actions = new List<TransactWriteItem> { VersionCondition.Put(settings.ReputationTable, item, next.Version) };
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
            catch (TransactionCanceledException cancelled) when (cancelled.CancellationReasons is [{ Code: Contention.ConditionFailed } reason, ..])
            {
                // If an earlier attempt was written although its answer got lost, the table holds this very write.
                return (reason.Item ?? []).OptionalText(StateItem.Writer) == writer;
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

    private QueryRequest Slot(int slot) => new()
    {
        TableName = settings.ReputationTable,
        KeyConditionExpression = $"{ReputationKeys.Partition} = :s",
        ExpressionAttributeValues = new() { [":s"] = Attributes.Of(ReputationKeys.States(slot)) },
        ConsistentRead = true,
    };

    /// <summary>One state that can't be read must not hide the others.</summary>
    private IEnumerable<EntityState> Readable(IEnumerable<Dictionary<string, AttributeValue>> items)
    {
        foreach (var item in items)
        {
            EntityState? state = null;
            try
            {
                state = StateItem.Read(item);
            }
            catch (Exception exception)
            {
                // The boundary of one item: whatever is wrong with it, only its entity is affected.
                AwsLog.StateUnreadable(logger, exception, item.OptionalText(ReputationKeys.Sort) ?? string.Empty);
            }

            if (state is not null)
            {
                yield return state;
            }
        }
    }
}
