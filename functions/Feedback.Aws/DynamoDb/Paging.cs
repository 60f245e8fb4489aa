using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Feedback.Aws.DynamoDb;

/// <summary>Reads a query page by page.</summary>
internal static class Paging
{
    internal static async Task<List<Dictionary<string, AttributeValue>>> QueryAllAsync(
        this IAmazonDynamoDB dynamo,
        QueryRequest request,
        CancellationToken cancellationToken)
    {
        var items = new List<Dictionary<string, AttributeValue>>();
        await foreach (var page in dynamo.PagesAsync(request, cancellationToken))
        {
            items.AddRange(page);
        }

        return items;
    }

    /// <summary>Holds one page at a time, which is at most 1 MB.</summary>
    internal static async IAsyncEnumerable<List<Dictionary<string, AttributeValue>>> PagesAsync(
        this IAmazonDynamoDB dynamo,
        QueryRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        do
        {
            var response = await dynamo.QueryAsync(request, cancellationToken);
            yield return response.Items ?? [];
            request.ExclusiveStartKey = response.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
    }
}
