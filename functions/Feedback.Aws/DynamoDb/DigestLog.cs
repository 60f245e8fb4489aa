using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Configuration;
using Feedback.Reporting;

namespace Feedback.Aws.DynamoDb;

/// <inheritdoc cref="IDigestLog"/>
internal sealed class DigestLog(IAmazonDynamoDB dynamo, Settings settings, TimeProvider time) : IDigestLog
{
    /// <summary>
    /// Twice as long as an invocation takes at most, and shorter than the time to the next run: what a process that crashed has reserved is
    /// free again by then.
    /// </summary>
    internal static readonly TimeSpan ClaimedFor = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Retention = TimeSpan.FromDays(91);

    public async Task<bool> TryClaimAsync(DigestDay day, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var item = ReputationKeys.Digest(day.ToString());
        item["ClaimedAt"] = Attributes.Of(now);
        item[Attributes.ExpiresAt] = Attributes.Expiry(day.Until + Retention);
        try
        {
            await dynamo.PutItemAsync(
                new PutItemRequest
                {
                    TableName = settings.ReputationTable,
                    Item = item,
                    ConditionExpression =
                        $"attribute_not_exists({ReputationKeys.Partition}) OR (attribute_not_exists(SentAt) AND ClaimedAt < :lapsed)",
                    ExpressionAttributeValues = new() { [":lapsed"] = Attributes.Of(now - ClaimedFor) },
                },
                cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    public async Task ReleaseAsync(DigestDay day, CancellationToken cancellationToken)
    {
        try
        {
            await dynamo.DeleteItemAsync(
                new DeleteItemRequest
                {
                    TableName = settings.ReputationTable,
                    Key = ReputationKeys.Digest(day.ToString()),
                    ConditionExpression = "attribute_not_exists(SentAt)",
                },
                cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            // Another process has sent it since.
        }
    }

    public Task CompleteAsync(DigestDay day, string messageId, CancellationToken cancellationToken) => dynamo.UpdateItemAsync(
        new UpdateItemRequest
        {
            TableName = settings.ReputationTable,
            Key = ReputationKeys.Digest(day.ToString()),
            UpdateExpression = "SET SentAt = :now, MessageId = :id",
            ExpressionAttributeValues = new() { [":now"] = Attributes.Of(time.GetUtcNow()), [":id"] = Attributes.Of(messageId) },
        },
        cancellationToken);
}
