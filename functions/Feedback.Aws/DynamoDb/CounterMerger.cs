using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Configuration;
using Feedback.Outcomes;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Aws.DynamoDb;

/// <summary>
/// Merges the shards of hours that are over into the first one, so that later evaluations read one item an hour. A transaction deletes the
/// other shards, each on condition that it still holds exactly what was read, and adds their sums to the first. So nothing is lost or counted
/// twice, whatever is written at the same time, merged by another process or left behind by a crash.
/// </summary>
internal sealed class CounterMerger(IAmazonDynamoDB dynamo, Settings settings, TimeProvider time, ILogger<CounterMerger> logger)
{
    /// <summary>The time between the end of an hour and its first merge; most of its events have arrived by then.</summary>
    internal static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    /// <summary>An evaluation must not wait for the merges of a whole day.</summary>
    internal const int HoursAtOnce = 4;

    /// <summary>
    /// Merges some of the hours that have several shards in <paramref name="read"/>. An error of the database is logged and not thrown, since
    /// merging only saves reads.
    /// </summary>
    internal async Task MergeAsync(ReputationEntity entity, IEnumerable<Dictionary<string, AttributeValue>> read, CancellationToken cancellationToken)
    {
        var over = time.GetUtcNow() - Rest - TimeSpan.FromHours(1);
        var hours = read.GroupBy(CounterKeys.Hour).Where(shards => shards.Key <= over && shards.Count() > 1).Select(shards => shards.Key).Order();
        foreach (var hour in hours.Take(HoursAtOnce))
        {
            try
            {
                await MergeAsync(entity, hour, cancellationToken);
            }
            catch (AmazonDynamoDBException exception)
            {
                // Changed meanwhile, throttled, or no permission to write (the command line's status): the next evaluation tries again.
                AwsLog.CountersNotMerged(logger, exception, entity.Key, hour);
                return;
            }
        }
    }

    private async Task MergeAsync(ReputationEntity entity, DateTimeOffset hour, CancellationToken cancellationToken)
    {
        var shards = await ReadAsync(entity, hour, cancellationToken);
        var target = CounterKeys.Of(entity, hour, shard: 0);
        var others = shards.Where(shard => shard.Text(ReputationKeys.Sort) != target.Text(ReputationKeys.Sort)).ToList();
        if (others.Count == 0)
        {
            return;
        }

        var sums = CounterItem.Counts
            .Where(name => others.Exists(shard => shard.ContainsKey(name)))
            .Select(name => (name, others.Sum(shard => shard.Number(name))));
        var domains = others.Aggregate(default(DomainClasses), (all, shard) => all | CounterItem.ReadDomains(shard));
        var expiresAt = Attributes.Expiry(hour + Settings.CounterRetention, time.GetUtcNow());
        await dynamo.TransactWriteItemsAsync(
            new TransactWriteItemsRequest
            {
                TransactItems = [.. others.Select(Delete), CounterUpdate.Of(settings.ReputationTable, target, sums, domains, expiresAt)],
            },
            cancellationToken);
    }

    private async Task<List<Dictionary<string, AttributeValue>>> ReadAsync(ReputationEntity entity, DateTimeOffset hour, CancellationToken cancellationToken)
    {
        var partitions = await Task.WhenAll(CounterKeys.Partitions(entity).Select(partition => dynamo.QueryAllAsync(
            CounterQuery.Of(settings.ReputationTable, partition, CounterKeys.First(hour), CounterKeys.Last(hour)),
            cancellationToken)));
        return [.. partitions.SelectMany(items => items)];
    }

    /// <summary>A shard that was deleted and written anew with the same counts may be deleted too: what is added is what it held.</summary>
    private TransactWriteItem Delete(Dictionary<string, AttributeValue> shard)
    {
        var counted = CounterItem.Counts.Where(shard.ContainsKey).ToList();
        var conditions = counted.Select(name => $"{name} = :{name}")
            .Concat(CounterItem.Counts.Except(counted).Select(name => $"attribute_not_exists({name})"));
        return new TransactWriteItem
        {
            Delete = new Delete
            {
                TableName = settings.ReputationTable,
                Key = new()
                {
                    [ReputationKeys.Partition] = shard[ReputationKeys.Partition],
                    [ReputationKeys.Sort] = shard[ReputationKeys.Sort],
                },
                ConditionExpression = string.Join(" AND ", conditions),
                ExpressionAttributeValues = counted.ToDictionary(name => ":" + name, name => shard[name]),
            },
        };
    }
}
