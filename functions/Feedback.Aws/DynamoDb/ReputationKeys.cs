using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Feedback.Reputation;

namespace Feedback.Aws.DynamoDb;

/// <summary>
/// The keys of the reputation table. An entity's counters and history have the entity as their partition key; all states share one
/// partition key, so that the sweep reads them with one query.
/// </summary>
internal static class ReputationKeys
{
    internal const string Partition = "Entity";
    internal const string Sort = "Entry";
    internal const string States = "STATE";
    internal const string Policies = "POLICY";
    internal const string CounterPrefix = "COUNT#";
    internal const string HistoryPrefix = "HISTORY#";

    /// <summary>Sorts after every key with the same prefix.</summary>
    internal const string Last = "~";

    internal static Dictionary<string, AttributeValue> State(ReputationEntity entity) => Key(States, entity.Key);

    internal static Dictionary<string, AttributeValue> Policy(ReputationEntity entity) => Key(Policies, entity.Key);

    internal static Dictionary<string, AttributeValue> SesRateLimit(string operation) => Key("RATE", operation);

    internal static Dictionary<string, AttributeValue> Counter(ReputationEntity entity, Bucket bucket, int shard) =>
        Key(entity.Key, string.Create(CultureInfo.InvariantCulture, $"{Counter(bucket.Start)}#{shard}"));

    internal static string Counter(DateTimeOffset bucketStart) =>
        CounterPrefix + bucketStart.UtcDateTime.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    internal static Bucket BucketOf(string counterKey) => Bucket.Of(DateTimeOffset.ParseExact(
        counterKey.AsSpan(CounterPrefix.Length, "yyyy-MM-ddTHH:mm".Length),
        "yyyy-MM-ddTHH:mm",
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal));

    internal static Dictionary<string, AttributeValue> History(ReputationEntity entity, DateTimeOffset at, long version) =>
        Key(entity.Key, string.Create(CultureInfo.InvariantCulture, $"{HistoryPrefix}{Attributes.Text(at)}#{version:D10}"));

    private static Dictionary<string, AttributeValue> Key(string partition, string sort) => new()
    {
        [Partition] = Attributes.Of(partition),
        [Sort] = Attributes.Of(sort),
    };
}
