using Amazon.DynamoDBv2.Model;
using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Aws.DynamoDb;

/// <summary>
/// Increments the counters of one item with ADD, so that no write depends on a read. Each transaction picks a shard at random, so that
/// concurrent transactions seldom conflict.
/// </summary>
internal static class CounterUpdate
{
    /// <summary>With ten writers, about one transaction in eight conflicts on the account's counters. Each shard is one more item to read for each bucket.</summary>
    internal const int Shards = 8;

    internal static TransactWriteItem Of(string table, CounterDelta delta, int shard, TimeSpan retention) => new()
    {
        Update = new Update
        {
            TableName = table,
            Key = ReputationKeys.Counter(delta.Entity, delta.Bucket, shard),
            UpdateExpression = "ADD Attempts :a, Deliveries :d, HardBounces :h, SoftBounces :s, Complaints :c SET ExpiresAt = :e",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>
            {
                [":a"] = Attributes.Of(delta.Tally.Attempts),
                [":d"] = Attributes.Of(delta.Tally.Deliveries),
                [":h"] = Attributes.Of(delta.Tally.HardBounces),
                [":s"] = Attributes.Of(delta.Tally.SoftBounces),
                [":c"] = Attributes.Of(delta.Tally.Complaints),
                [":e"] = Attributes.Expiry(delta.Bucket.Start + retention),
            },
        },
    };

    internal static Tally Read(Dictionary<string, AttributeValue> item) => new(
        item.Number("Attempts"),
        item.Number("Deliveries"),
        item.Number("HardBounces"),
        item.Number("SoftBounces"),
        item.Number("Complaints"));
}
