using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Feedback.Reputation;

namespace Feedback.Aws.DynamoDb;

/// <summary>
/// The keys of the reputation table, except those of the counters (<see cref="CounterKeys"/>). An entity's history has the entity as its
/// partition key; all states share one partition key, so that the sweep reads them with one query.
/// </summary>
internal static class ReputationKeys
{
    internal const string Partition = "Entity";
    internal const string Sort = "Entry";
    internal const string States = "STATE";
    internal const string Policies = "POLICY";
    internal const string DeliveryProgressPartition = "DELIVERY-PROGRESS";
    internal const string HistoryPrefix = "HISTORY#";

    /// <summary>Sorts after every key with the same prefix.</summary>
    internal const string Last = "~";

    internal static Dictionary<string, AttributeValue> State(ReputationEntity entity) => Key(States, entity.Key);

    internal static Dictionary<string, AttributeValue> Policy(ReputationEntity entity) => Key(Policies, entity.Key);

    /// <param name="hash">The hash of the identity.</param>
    internal static Dictionary<string, AttributeValue> Identity(string hash) => Key("IDENTITY", hash);

    internal static Dictionary<string, AttributeValue> SesRateLimit(string operation) => Key("RATE", operation);

    /// <summary>The item that says in which layout the table is written.</summary>
    internal static Dictionary<string, AttributeValue> Layout() => Key("LAYOUT", "LAYOUT");

    internal static Dictionary<string, AttributeValue> DeliveryProgress(string process) => Key(DeliveryProgressPartition, process);

    internal static Dictionary<string, AttributeValue> History(ReputationEntity entity, DateTimeOffset at, long version) =>
        Key(entity.Key, string.Create(CultureInfo.InvariantCulture, $"{HistoryPrefix}{Attributes.Text(at)}#{version:D10}"));

    private static Dictionary<string, AttributeValue> Key(string partition, string sort) => new()
    {
        [Partition] = Attributes.Of(partition),
        [Sort] = Attributes.Of(sort),
    };
}
