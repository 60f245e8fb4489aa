using Amazon.DynamoDBv2.Model;

namespace Feedback.Aws.DynamoDb;

/// <summary>Queries for counter items of one partition key, read consistently.</summary>
internal static class CounterQuery
{
    /// <param name="table">The reputation table.</param>
    /// <param name="partition">One of an entity's <see cref="CounterKeys.Partitions"/>.</param>
    /// <param name="from">First sort key.</param>
    /// <param name="to">Last sort key.</param>
    /// <param name="projection">The attributes to return; all of them by default.</param>
    internal static QueryRequest Of(string table, string partition, string from, string to, string? projection = null) => new()
    {
        TableName = table,
        KeyConditionExpression = $"{ReputationKeys.Partition} = :p AND {ReputationKeys.Sort} BETWEEN :from AND :to",
        ExpressionAttributeValues = new() { [":p"] = Attributes.Of(partition), [":from"] = Attributes.Of(from), [":to"] = Attributes.Of(to) },
        ProjectionExpression = projection,
        ConsistentRead = true,
    };
}
