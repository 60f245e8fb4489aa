using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Feedback.Aws.DynamoDb;

/// <summary>Reads all pages of a query.</summary>
internal static class Paging
{
    internal static async Task<List<Dictionary<string, AttributeValue>>> QueryAllAsync(
        this IAmazonDynamoDB dynamo,
        QueryRequest request,
        CancellationToken cancellationToken)
    {
        var items = new List<Dictionary<string, AttributeValue>>();
        do
        {
            var response = await dynamo.QueryAsync(request, cancellationToken);
            items.AddRange(response.Items ?? []);
            request.ExclusiveStartKey = response.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });

        return items;
    }
}
