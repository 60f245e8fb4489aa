using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Configuration;
using Feedback.Deciding;

namespace Feedback.Aws.DynamoDb;

/// <inheritdoc cref="IStateRotation"/>
internal sealed class StateRotation(IAmazonDynamoDB dynamo, StateStore states, Settings settings, TimeProvider time) : IStateRotation
{
    private const string StartedAt = "StartedAt";
    private const string Slot = "Slot";
    private const string After = "After";

    public async Task<IReadOnlyList<EntityState>> NextAsync(string round, int limit, TimeSpan atLeast, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var stored = await dynamo.GetItemAsync(
            new GetItemRequest { TableName = settings.ReputationTable, Key = ReputationKeys.Rotation(round), ConsistentRead = true },
            cancellationToken);
        var item = stored.Item ?? [];
        var (startedAt, slot, after) = (item.OptionalTime(StartedAt) ?? now, (int)item.Number(Slot), item.OptionalText(After));
        if (slot >= ReputationKeys.Slots)
        {
            if (now - startedAt < atLeast)
            {
                return [];
            }

            (startedAt, slot, after) = (now, 0, null);
        }

        var found = new List<EntityState>();
        var read = 0;
        while (slot < ReputationKeys.Slots && read < limit)
        {
            var (page, last) = await states.PageAsync(slot, after, limit - read, cancellationToken);
            found.AddRange(page.States);
            read += page.Read;
            (slot, after) = last is null ? (slot + 1, null) : (slot, last);
        }

        await SaveAsync(round, startedAt, slot, after, cancellationToken);
        return found;
    }

    /// <summary>Two sweeps at once may store the same place, or one that is further back: some states are then returned twice.</summary>
    private Task SaveAsync(string round, DateTimeOffset startedAt, int slot, string? after, CancellationToken cancellationToken)
    {
        var item = ReputationKeys.Rotation(round);
        item[StartedAt] = Attributes.Of(startedAt);
        item[Slot] = Attributes.Of(slot);
        item.Put(After, after);
        return dynamo.PutItemAsync(new PutItemRequest { TableName = settings.ReputationTable, Item = item }, cancellationToken);
    }
}
