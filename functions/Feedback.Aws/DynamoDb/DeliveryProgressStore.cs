using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Configuration;
using Feedback.Deciding.Lag;

namespace Feedback.Aws.DynamoDb;

/// <inheritdoc cref="IDeliveryProgressStore"/>
internal sealed class DeliveryProgressStore(IAmazonDynamoDB dynamo, Settings settings, TimeProvider time) : IDeliveryProgressStore
{
    /// <summary>A process that was idle for a day has long been ended.</summary>
    internal static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    private const string ExpiresAt = "ExpiresAt";

    public async Task<IReadOnlyList<DeliveryProgress>> ReadAsync(CancellationToken cancellationToken)
    {
        var items = await dynamo.QueryAllAsync(
            new QueryRequest
            {
                TableName = settings.ReputationTable,
                KeyConditionExpression = $"{ReputationKeys.Partition} = :p",
                ExpressionAttributeValues = new() { [":p"] = Attributes.Of(ReputationKeys.DeliveryProgressPartition) },
                ConsistentRead = true,
            },
            cancellationToken);

        // DynamoDB deletes expired items late.
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        return [.. items.Where(item => item.Number(ExpiresAt) > now).Select(Read)];
    }

    public Task WriteAsync(DeliveryProgress progress, CancellationToken cancellationToken)
    {
        var item = ReputationKeys.DeliveryProgress(progress.Process);
        item.Put("Frontier", progress.Frontier);
        Put(item, "InFlight", progress.InFlight);
        Put(item, "Failed", progress.Failed);
        item[ExpiresAt] = Attributes.Expiry(time.GetUtcNow() + KeptFor);
        return dynamo.PutItemAsync(new PutItemRequest { TableName = settings.ReputationTable, Item = item }, cancellationToken);
    }

    private static DeliveryProgress Read(Dictionary<string, AttributeValue> item) => new(item.Text(ReputationKeys.Sort))
    {
        Frontier = item.OptionalTime("Frontier"),
        InFlight = ReadSpan(item, "InFlight"),
        Failed = ReadSpan(item, "Failed"),
    };

    private static void Put(Dictionary<string, AttributeValue> item, string name, DeliverySpan? span)
    {
        if (span is not null)
        {
            item[name] = Attributes.Of(new Dictionary<string, AttributeValue>
            {
                ["Count"] = Attributes.Of(span.Count),
                ["SentFrom"] = Attributes.Of(span.SentFrom),
                ["Until"] = Attributes.Of(span.Until),
            });
        }
    }

    private static DeliverySpan? ReadSpan(Dictionary<string, AttributeValue> item, string name) => item.TryGetValue(name, out var value)
        ? new DeliverySpan(value.M.Number("Count"), value.M.Time("SentFrom"), value.M.Time("Until"))
        : null;
}
