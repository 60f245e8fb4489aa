using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Configuration;
using Feedback.Reputation;

namespace Feedback.Aws.DynamoDb;

/// <inheritdoc cref="ICounterStore"/>
internal sealed class CounterStore(IAmazonDynamoDB dynamo, Settings settings) : ICounterStore
{
    public async Task<IReadOnlyList<(Bucket Bucket, Tally Tally)>> ReadAsync(
        ReputationEntity entity,
        DateTimeOffset from,
        CancellationToken cancellationToken)
    {
        var items = await dynamo.QueryAllAsync(
            new QueryRequest
            {
                TableName = settings.ReputationTable,
                KeyConditionExpression = $"{ReputationKeys.Partition} = :s AND {ReputationKeys.Sort} BETWEEN :from AND :to",
                ExpressionAttributeValues = new()
                {
                    [":s"] = Attributes.Of(entity.Key),
                    [":from"] = Attributes.Of(ReputationKeys.Counter(from)),
                    [":to"] = Attributes.Of(ReputationKeys.CounterPrefix + ReputationKeys.Last),
                },
                ConsistentRead = true,
            },
            cancellationToken);
        return items
            .GroupBy(item => ReputationKeys.BucketOf(item.Text(ReputationKeys.Sort)), CounterUpdate.Read)
            .Select(shards => (shards.Key, shards.Aggregate(Tally.Zero, (sum, shard) => sum + shard)))
            .ToList();
    }
}
