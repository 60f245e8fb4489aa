using System.Collections.Concurrent;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Feedback.Bench.Storage;

/// <summary>A client that asks for the consumed capacity of the operations that are measured, and adds it up by table.</summary>
internal sealed class MeteredDynamoDb(Uri endpoint, ResponseBytes bytes) : AmazonDynamoDBClient(
    new BasicAWSCredentials("local", "local"),
    new AmazonDynamoDBConfig { ServiceURL = endpoint.ToString(), AuthenticationRegion = "eu-west-1", HttpClientFactory = bytes })
{
    private readonly ConcurrentDictionary<string, double> _units = [];

    public double Units(string table) => _units.GetValueOrDefault(table);

    public void Forget() => _units.Clear();

    public override async Task<TransactWriteItemsResponse> TransactWriteItemsAsync(
        TransactWriteItemsRequest request,
        CancellationToken cancellationToken = default)
    {
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        var response = await base.TransactWriteItemsAsync(request, cancellationToken);
        foreach (var consumed in response.ConsumedCapacity ?? [])
        {
            Add(consumed);
        }

        return response;
    }

    public override async Task<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default)
    {
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        var response = await base.QueryAsync(request, cancellationToken);
        Add(response.ConsumedCapacity);
        return response;
    }

    private void Add(ConsumedCapacity consumed) =>
        _units.AddOrUpdate(consumed.TableName, consumed.CapacityUnits ?? 0, (_, sum) => sum + (consumed.CapacityUnits ?? 0));
}
