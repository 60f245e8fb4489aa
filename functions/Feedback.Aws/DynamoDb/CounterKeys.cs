using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Feedback.Reputation;

namespace Feedback.Aws.DynamoDb;

/// <summary>
/// The keys of the counters in the reputation table: an item for each hour of send time, and more shards of it while writers compete. The
/// shards of a configuration set share its partition key. Those of an account are spread over 16 partition keys, since every event of it counts there.
/// </summary>
internal static class CounterKeys
{
    internal const string Prefix = "COUNT#";
    internal const int AccountPartitions = 16;
    private const string HourFormat = "yyyy-MM-ddTHH";

    internal static IEnumerable<string> Partitions(ReputationEntity entity) =>
        entity.IsAccount ? Enumerable.Range(0, AccountPartitions).Select(shard => AccountPartition(entity, shard)) : [entity.Key];

    internal static Dictionary<string, AttributeValue> Of(ReputationEntity entity, DateTimeOffset hour, int shard) => new()
    {
        [ReputationKeys.Partition] = Attributes.Of(entity.IsAccount ? AccountPartition(entity, shard) : entity.Key),
        [ReputationKeys.Sort] = Attributes.Of(string.Create(CultureInfo.InvariantCulture, $"{First(hour)}#{shard}")),
    };

    /// <summary>Sorts before every shard of the hour, and after those of earlier hours.</summary>
    internal static string First(DateTimeOffset time) => Prefix + time.UtcDateTime.ToString(HourFormat, CultureInfo.InvariantCulture);

    /// <summary>Sorts after every shard of every hour from <see cref="First"/> to this one.</summary>
    internal static string Last(DateTimeOffset hour) => First(hour) + ReputationKeys.Last;

    internal static DateTimeOffset Hour(Dictionary<string, AttributeValue> item) => DateTimeOffset.ParseExact(
        item.Text(ReputationKeys.Sort).AsSpan(Prefix.Length, HourFormat.Length),
        HourFormat,
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal);

    private static string AccountPartition(ReputationEntity account, int shard) =>
        string.Create(CultureInfo.InvariantCulture, $"{account.Key}/{shard % AccountPartitions:D2}");
}
