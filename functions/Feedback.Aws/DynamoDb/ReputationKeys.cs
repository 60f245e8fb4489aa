using System.Globalization;
using System.Text;
using Amazon.DynamoDBv2.Model;
using Feedback.Reputation;

namespace Feedback.Aws.DynamoDb;

/// <summary>
/// The keys of the reputation table, except those of the counters (<see cref="CounterKeys"/>). An entity's history has the entity as its
/// partition key. States and work items are spread over a fixed number of partition keys, so that all of them can be read, and none of the
/// keys carries all the writes.
/// </summary>
internal static class ReputationKeys
{
    internal const string Partition = "Entity";
    internal const string Sort = "Entry";
    internal const int Slots = 16;
    internal const string Policies = "POLICY";
    internal const string DeliveryProgressPartition = "DELIVERY-PROGRESS";
    internal const string SoftSuppressions = "SOFT-SUPPRESSIONS";
    internal const string BothFormatsPartition = "BOTH-FORMATS";
    internal const string HistoryPrefix = "HISTORY#";

    /// <summary>Sorts after every key with the same prefix.</summary>
    internal const string Last = "~";

    internal static Dictionary<string, AttributeValue> State(ReputationEntity entity) => Key(States(SlotOf(entity)), entity.Key);

    internal static Dictionary<string, AttributeValue> Work(ReputationEntity entity) => Key(WorkItems(SlotOf(entity)), entity.Key);

    internal static Dictionary<string, AttributeValue> Rotation(string round) => Key("ROTATION", round);

    internal static string States(int slot) => string.Create(CultureInfo.InvariantCulture, $"STATE#{slot:D2}");

    internal static string WorkItems(int slot) => string.Create(CultureInfo.InvariantCulture, $"WORK#{slot:D2}");

    internal static Dictionary<string, AttributeValue> Policy(ReputationEntity entity) => Key(Policies, entity.Key);

    /// <param name="hash">The hash of the identity.</param>
    internal static Dictionary<string, AttributeValue> Identity(string hash) => Key("IDENTITY", hash);

    /// <param name="entry">Time and recipient hash.</param>
    internal static Dictionary<string, AttributeValue> SoftSuppression(string entry) => Key(SoftSuppressions, entry);

    internal static Dictionary<string, AttributeValue> SesRateLimit(string operation) => Key("RATE", operation);

    /// <param name="day">Such as <c>2026-11-20</c>.</param>
    internal static Dictionary<string, AttributeValue> Digest(string day) => Key("DIGEST", day);

    /// <summary>How many addresses came on the suppression list on a day.</summary>
    /// <param name="day">Such as <c>2026-11-20</c>.</param>
    internal static Dictionary<string, AttributeValue> ListChanges(string day) => Key("LIST-CHANGES", day);

    /// <summary>The item that says in which layout the table is written.</summary>
    internal static Dictionary<string, AttributeValue> Layout() => Key("LAYOUT", "LAYOUT");

    internal static Dictionary<string, AttributeValue> DeliveryProgress(string process) => Key(DeliveryProgressPartition, process);

    internal static Dictionary<string, AttributeValue> BothFormats(ReputationEntity set) => Key(BothFormatsPartition, set.Key);

    internal static Dictionary<string, AttributeValue> History(ReputationEntity entity, DateTimeOffset at, long version) =>
        Key(entity.Key, string.Create(CultureInfo.InvariantCulture, $"{HistoryPrefix}{Attributes.Text(at)}#{version:D10}"));

    /// <summary>FNV-1a over the UTF-8 bytes of the key: the same in every process and version.</summary>
    private static int SlotOf(ReputationEntity entity)
    {
        var hash = 2_166_136_261u;
        foreach (var part in Encoding.UTF8.GetBytes(entity.Key))
        {
            hash = unchecked((hash ^ part) * 16_777_619u);
        }

        return (int)((hash ^ (hash >> 16)) % Slots);
    }

    private static Dictionary<string, AttributeValue> Key(string partition, string sort) => new()
    {
        [Partition] = Attributes.Of(partition),
        [Sort] = Attributes.Of(sort),
    };
}
