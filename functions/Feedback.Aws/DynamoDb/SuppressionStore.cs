using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Configuration;
using Feedback.Notifications;
using Feedback.Suppression;

namespace Feedback.Aws.DynamoDb;

/// <inheritdoc cref="ISuppressionStore"/>
internal sealed class SuppressionStore(IAmazonDynamoDB dynamo, Settings settings, TimeProvider time) : ISuppressionStore
{
    /// <summary>DynamoDB's limit on the keys of one BatchGetItem.</summary>
    private const int KeysPerRequest = 100;

    public async Task<IReadOnlyList<SuppressionEntry>> FindAsync(IReadOnlyCollection<EmailAddress> addresses, CancellationToken cancellationToken)
    {
        var found = new List<SuppressionEntry>();
        foreach (var keys in addresses.Distinct().Select(SuppressionKeys.Of).Chunk(KeysPerRequest))
        {
            var wanted = new Dictionary<string, KeysAndAttributes>
            {
                [settings.SuppressionTable] = new() { Keys = [.. keys], ConsistentRead = true },
            };
            for (var attempt = 0; wanted is { Count: > 0 }; attempt++)
            {
                if (attempt > 0)
                {
                    await Backoff.WaitAsync(attempt, time, cancellationToken);
                }

                var response = await dynamo.BatchGetItemAsync(new BatchGetItemRequest { RequestItems = wanted }, cancellationToken);
                found.AddRange((response.Responses?.GetValueOrDefault(settings.SuppressionTable) ?? []).Select(SuppressionItem.Read));
                wanted = response.UnprocessedKeys;
            }
        }

        return found;
    }

    public async Task<bool> TryReplaceAsync(SuppressionEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            await ReplaceAsync(entry with { Version = entry.Version + 1 }, cancellationToken);
            return true;
        }
        catch (AmazonDynamoDBException exception) when (exception is ConditionalCheckFailedException || Contention.IsTransient(exception))
        {
            return false;
        }
    }

    private Task ReplaceAsync(SuppressionEntry next, CancellationToken cancellationToken) => dynamo.PutItemAsync(
        new PutItemRequest
        {
            TableName = settings.SuppressionTable,
            Item = SuppressionItem.Of(next, time.GetUtcNow(), settings.OutcomeRetention),
            ConditionExpression = VersionCondition.Expression(next.Version, SuppressionKeys.Address),
            ExpressionAttributeValues = VersionCondition.Values(next.Version),
        },
        cancellationToken);
}
