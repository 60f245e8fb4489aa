using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Configuration;
using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Aws.DynamoDb;

/// <inheritdoc cref="ICounterStore"/>
internal sealed class CounterStore(IAmazonDynamoDB dynamo, Settings settings) : ICounterStore
{
    public async Task<IReadOnlyList<(Bucket Bucket, Tally Tally)>> ReadAsync(
        Subject subject,
        DateTimeOffset from,
        CancellationToken cancellation)
    {
        var items = await dynamo.QueryAllAsync(
            new QueryRequest
            {
                TableName = settings.ReputationTable,
                KeyConditionExpression = $"{ReputationKeys.Partition} = :s AND {ReputationKeys.Sort} BETWEEN :from AND :to",
                ExpressionAttributeValues = new()
                {
                    [":s"] = Attributes.Of(subject.Key),
                    [":from"] = Attributes.Of(ReputationKeys.Counter(from)),
                    [":to"] = Attributes.Of(ReputationKeys.CounterPrefix + ReputationKeys.Last),
                },
                ConsistentRead = true,
            },
            cancellation);
        return items
            .GroupBy(item => ReputationKeys.BucketOf(item.Text(ReputationKeys.Sort)), CounterUpdate.Read)
            .Select(shards => (shards.Key, shards.Aggregate(Tally.Zero, (sum, shard) => sum + shard)))
            .ToList();
    }
}
