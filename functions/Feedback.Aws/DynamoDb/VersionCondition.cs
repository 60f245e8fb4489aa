using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Feedback.Aws.DynamoDb;

/// <summary>The condition of every versioned write: the table holds the version before, or nothing before the first.</summary>
internal static class VersionCondition
{
    private const string Name = "Version";

    internal static string Expression(long next) => next == 1 ? $"attribute_not_exists({Name})" : $"{Name} = :before";

    internal static Dictionary<string, AttributeValue>? Values(long next) =>
        next == 1 ? null : new Dictionary<string, AttributeValue> { [":before"] = Attributes.Of(next - 1) };

    /// <summary>A transaction's put; if it is cancelled for its condition, the old item comes back.</summary>
    internal static TransactWriteItem Put(string table, Dictionary<string, AttributeValue> item, long next) => new()
    {
        Put = new Put
        {
            TableName = table,
            Item = item,
            ConditionExpression = Expression(next),
            ExpressionAttributeValues = Values(next),
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        },
    };
}
