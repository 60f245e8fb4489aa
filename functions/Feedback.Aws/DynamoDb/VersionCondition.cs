using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Feedback.Aws.DynamoDb;

/// <summary>The condition of a versioned write: the table holds the previous version, or no item before the first.</summary>
internal static class VersionCondition
{
    internal const string Version = "Version";

    internal static string Expression(long next) => next == 1 ? $"attribute_not_exists({Version})" : $"{Version} = :before";

    internal static Dictionary<string, AttributeValue>? Values(long next) =>
        next == 1 ? null : new Dictionary<string, AttributeValue> { [":before"] = Attributes.Of(next - 1) };

    /// <summary>Returns a put for a transaction. If its condition fails, the cancelled transaction returns the stored item.</summary>
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
