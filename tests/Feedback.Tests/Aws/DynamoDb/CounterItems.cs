using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Tests.Aws.DynamoDb;

/// <summary>Writes counters to a shard of the test's choice, and looks at the items that are stored.</summary>
internal static class CounterItems
{
    internal static Task CountAsync(
        this StoreBench bench, ReputationEntity entity, DateTimeOffset sentAt, int shard, Tally tally, DomainClasses domains = default)
    {
        var delta = new CounterDelta(entity, Bucket.Of(sentAt), tally, domains);
        return bench.Dynamo.TransactWriteItemsAsync(new TransactWriteItemsRequest
        {
            TransactItems =
            [
                CounterUpdate.Of(
                    bench.Settings.ReputationTable,
                    CounterKeys.Of(entity, delta.Hour, shard),
                    CounterItem.Increments(delta),
                    domains,
                    Attributes.Expiry(delta.Hour + TimeSpan.FromDays(91))),
            ],
        });
    }

    /// <summary>The keys of all counter items, as partition and sort key.</summary>
    internal static async Task<IReadOnlyList<string>> CounterKeysAsync(this StoreBench bench)
    {
        var scan = await bench.Dynamo.ScanAsync(new ScanRequest { TableName = bench.Settings.ReputationTable, ConsistentRead = true });
        return
        [
            .. (scan.Items ?? [])
                .Where(item => item[ReputationKeys.Sort].S.StartsWith(CounterKeys.Prefix, StringComparison.Ordinal))
                .Select(item => $"{item[ReputationKeys.Partition].S} {item[ReputationKeys.Sort].S}")
                .Order(StringComparer.Ordinal),
        ];
    }
}
