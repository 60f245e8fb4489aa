using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Configuration;
using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Aws.DynamoDb;

/// <inheritdoc cref="ICounterStore"/>
internal sealed class CounterStore(IAmazonDynamoDB dynamo, Settings settings, TableLayout layout, CounterMerger merger) : ICounterStore
{
    public async Task<IReadOnlyList<(Bucket Bucket, Tally Tally)>> ReadAsync(
        ReputationEntity entity,
        DateTimeOffset from,
        CancellationToken cancellationToken)
    {
        var items = await QueryAsync(entity, from, CounterItem.Projection, cancellationToken);
        await merger.MergeAsync(entity, items, cancellationToken);
        return items
            .SelectMany(CounterItem.Read)
            .Where(counter => counter.Bucket.Start >= from)
            .GroupBy(counter => counter.Bucket, counter => counter.Tally)
            .Select(shards => (shards.Key, shards.Aggregate(Tally.Zero, (sum, shard) => sum + shard)))
            .OrderBy(counter => counter.Key.Start)
            .ToList();
    }

    public async Task<bool> MailsSeveralDomainsAsync(ReputationEntity entity, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var items = await QueryAsync(entity, from, CounterItem.Domains, cancellationToken);
        return items.Aggregate(default(DomainClasses), (all, item) => all | CounterItem.ReadDomains(item)).AreSeveral;
    }

    private async Task<List<Dictionary<string, AttributeValue>>> QueryAsync(
        ReputationEntity entity,
        DateTimeOffset from,
        string projection,
        CancellationToken cancellationToken)
    {
        await layout.CheckAsync(cancellationToken);
        var partitions = await Task.WhenAll(CounterKeys.Partitions(entity).Select(partition => dynamo.QueryAllAsync(
            CounterQuery.Of(settings.ReputationTable, partition, CounterKeys.First(from), CounterKeys.Prefix + ReputationKeys.Last, projection),
            cancellationToken)));
        return [.. partitions.SelectMany(items => items)];
    }
}
