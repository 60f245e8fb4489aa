using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Configuration;
using Feedback.Processing;
using Feedback.Reputation;

namespace Feedback.Aws.DynamoDb;

/// <inheritdoc cref="IBothFormatsLog"/>
internal sealed class BothFormatsLog(IAmazonDynamoDB dynamo, Settings settings, TimeProvider time) : IBothFormatsLog
{
    internal static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    public Task AddAsync(ReputationEntity set, CancellationToken cancellationToken)
    {
        var item = ReputationKeys.BothFormats(set);
        item[Attributes.ExpiresAt] = Attributes.Expiry(time.GetUtcNow() + KeptFor);
        return dynamo.PutItemAsync(new PutItemRequest { TableName = settings.ReputationTable, Item = item }, cancellationToken);
    }

    public async Task<IReadOnlyList<ReputationEntity>> ReadAsync(CancellationToken cancellationToken)
    {
        var items = await dynamo.QueryAllAsync(
            new QueryRequest
            {
                TableName = settings.ReputationTable,
                KeyConditionExpression = $"{ReputationKeys.Partition} = :p",
                ExpressionAttributeValues = new() { [":p"] = Attributes.Of(ReputationKeys.BothFormatsPartition) },
            },
            cancellationToken);

        // DynamoDB deletes expired items late.
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        return [.. items.Where(item => item.Number(Attributes.ExpiresAt) > now).Select(item => new ReputationEntity(item.Text(ReputationKeys.Sort)))];
    }
}
