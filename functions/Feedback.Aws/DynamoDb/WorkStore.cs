using System.Security.Cryptography;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Acting;
using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Aws.DynamoDb;

/// <inheritdoc cref="IWorkList"/>
internal sealed class WorkStore(IAmazonDynamoDB dynamo, Settings settings, TimeProvider time) : IWorkList
{
    private const int RequestsAtOnce = 16;
    private const string Token = "Token";

    /// <summary>The due time that the last completed evaluation computed.</summary>
    private const string DueAt = "DueAt";

    /// <summary>When the lease of the latest mark ends.</summary>
    private const string MarkedUntil = "MarkedUntil";

    /// <summary>When the lease of the oldest mark ended that was never completed. Later marks don't put it off.</summary>
    private const string AbandonedAt = "AbandonedAt";

    public async Task<IReadOnlyList<WorkItem>> MarkAsync(IReadOnlyCollection<ReputationEntity> entities, CancellationToken cancellationToken)
    {
        var token = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var until = time.GetUtcNow() + EntityState.Lease;
        await BoundedParallel.ForEachAsync(entities, RequestsAtOnce, (entity, _) => MarkAsync(entity, token, until, cancellationToken), CancellationToken.None);
        return [.. entities.Select(entity => new WorkItem(entity, until, until, token))];
    }

    public async Task CompleteAsync(WorkItem item, DateTimeOffset? nextDueAt, CancellationToken cancellationToken)
    {
        try
        {
            await (nextDueAt is { } next ? ReplaceAsync(item, next, cancellationToken) : DeleteAsync(item, cancellationToken));
        }
        catch (ConditionalCheckFailedException)
        {
            // Marked again since: the item is another process's to complete.
        }
    }

    public Task AddMissingAsync(IReadOnlyCollection<ReputationEntity> entities, CancellationToken cancellationToken) =>
        BoundedParallel.ForEachAsync(entities, RequestsAtOnce, (entity, _) => AddMissingAsync(entity, cancellationToken), CancellationToken.None);

    public async Task<IReadOnlyList<WorkItem>> DueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var slots = await Task.WhenAll(Enumerable.Range(0, ReputationKeys.Slots).Select(slot => DueAsync(slot, now, cancellationToken)));
        return [.. slots.SelectMany(items => items).OrderBy(item => item.DueAt)];
    }

    private async Task<IEnumerable<WorkItem>> DueAsync(int slot, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var items = await dynamo.QueryAllAsync(
            new QueryRequest
            {
                TableName = settings.ReputationTable,
                KeyConditionExpression = $"{ReputationKeys.Partition} = :w",
                FilterExpression = $"{DueAt} <= :now OR {AbandonedAt} <= :now",
                ExpressionAttributeValues = new()
                {
                    [":w"] = Attributes.Of(ReputationKeys.WorkItems(slot)),
                    [":now"] = Attributes.Of(now),
                },
                ConsistentRead = true,
            },
            cancellationToken);
        return items.Select(Read);
    }

    internal static WorkItem Read(Dictionary<string, AttributeValue> item)
    {
        var (due, abandoned) = (item.OptionalTime(DueAt), item.OptionalTime(AbandonedAt));
        return new WorkItem(
            new ReputationEntity(item.Text(ReputationKeys.Sort)),
            due < abandoned ? due.Value : abandoned ?? due ?? DateTimeOffset.UnixEpoch,
            item.OptionalTime(MarkedUntil),
            item.Text(Token));
    }

    private Task MarkAsync(ReputationEntity entity, string token, DateTimeOffset until, CancellationToken cancellationToken) => dynamo.UpdateItemAsync(
        new UpdateItemRequest
        {
            TableName = settings.ReputationTable,
            Key = ReputationKeys.Work(entity),
            UpdateExpression = $"SET #token = :token, {MarkedUntil} = :until, {AbandonedAt} = if_not_exists({AbandonedAt}, :until)",
            ExpressionAttributeNames = new() { ["#token"] = Token },
            ExpressionAttributeValues = new() { [":token"] = Attributes.Of(token), [":until"] = Attributes.Of(until) },
        },
        cancellationToken);

    private Task ReplaceAsync(WorkItem item, DateTimeOffset next, CancellationToken cancellationToken) => dynamo.PutItemAsync(
        new PutItemRequest
        {
            TableName = settings.ReputationTable,
            Item = Item(item.Entity, item.Token, next),
            ConditionExpression = "#token = :token",
            ExpressionAttributeNames = new() { ["#token"] = Token },
            ExpressionAttributeValues = new() { [":token"] = Attributes.Of(item.Token) },
        },
        cancellationToken);

    private Task DeleteAsync(WorkItem item, CancellationToken cancellationToken) => dynamo.DeleteItemAsync(
        new DeleteItemRequest
        {
            TableName = settings.ReputationTable,
            Key = ReputationKeys.Work(item.Entity),
            ConditionExpression = "#token = :token",
            ExpressionAttributeNames = new() { ["#token"] = Token },
            ExpressionAttributeValues = new() { [":token"] = Attributes.Of(item.Token) },
        },
        cancellationToken);

    private async Task AddMissingAsync(ReputationEntity entity, CancellationToken cancellationToken)
    {
        try
        {
            await dynamo.PutItemAsync(
                new PutItemRequest
                {
                    TableName = settings.ReputationTable,
                    Item = Item(entity, "listed", time.GetUtcNow()),
                    ConditionExpression = "attribute_not_exists(#token)",
                    ExpressionAttributeNames = new() { ["#token"] = Token },
                },
                cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            // Listed already.
        }
    }

    private static Dictionary<string, AttributeValue> Item(ReputationEntity entity, string token, DateTimeOffset dueAt)
    {
        var item = ReputationKeys.Work(entity);
        item[Token] = Attributes.Of(token);
        item[DueAt] = Attributes.Of(dueAt);
        return item;
    }
}
