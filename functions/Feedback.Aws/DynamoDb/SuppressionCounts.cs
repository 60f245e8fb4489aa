using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Configuration;
using Feedback.Suppression;

namespace Feedback.Aws.DynamoDb;

/// <inheritdoc cref="ISuppressionCounts"/>
internal sealed class SuppressionCounts(IAmazonDynamoDB dynamo, Settings settings, TimeProvider time) : ISuppressionCounts
{
    private static readonly TimeSpan Retention = TimeSpan.FromDays(91);

    public Task AddAsync(IReadOnlyDictionary<string, long> counts, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var added = counts.Where(count => count.Value != 0).Select((count, at) => (Name: $"#{at}", Value: $":{at}", Count: count)).ToList();
        if (added.Count == 0 || !settings.Digest.IsOn)
        {
            return Task.CompletedTask;
        }

        return dynamo.UpdateItemAsync(
            new UpdateItemRequest
            {
                TableName = settings.ReputationTable,
                Key = ReputationKeys.ListChanges(Text(DateOnly.FromDateTime(now.UtcDateTime))),
                UpdateExpression = $"ADD {string.Join(", ", added.Select(one => $"{one.Name} {one.Value}"))} SET {Attributes.ExpiresAt} = :e",
                ExpressionAttributeNames = added.ToDictionary(one => one.Name, one => one.Count.Key),
                ExpressionAttributeValues = new(added.ToDictionary(one => one.Value, one => Attributes.Of(one.Count.Value)))
                {
                    [":e"] = Attributes.Expiry(now + Retention),
                },
            },
            cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, long>> ReadAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var response = await dynamo.GetItemAsync(
            new GetItemRequest { TableName = settings.ReputationTable, Key = ReputationKeys.ListChanges(Text(day)), ConsistentRead = true },
            cancellationToken);
        var item = response.Item ?? [];
        return item.Keys
            .Except([ReputationKeys.Partition, ReputationKeys.Sort, Attributes.ExpiresAt])
            .ToDictionary(name => name, item.Number);
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
