using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Configuration;

namespace Feedback.Aws.Ses;

/// <summary>
/// Limits the rate at which all processes together call one SES operation. A caller reserves the operation's next call slot in an item of
/// the Reputation table and waits for it, so pausing hundreds of sets proceeds at the rate that SES allows instead of being throttled.
/// </summary>
internal sealed class SesRateLimiter(IAmazonDynamoDB dynamo, Settings settings, TimeProvider time)
{
    /// <summary>Each process reserves one slot at a time. A slot further ahead means a skewed clock, and is ignored.</summary>
    internal static readonly TimeSpan Furthest = TimeSpan.FromMinutes(2);

    private const string NextAt = "NextAt";

    /// <param name="operation">The operation's name in SES's API. Each operation has its own rate.</param>
    /// <param name="cancellationToken">Stops waiting. The slot stays reserved.</param>
    internal async Task WaitAsync(string operation, CancellationToken cancellationToken)
    {
        DateTimeOffset? turn;
        do
        {
            turn = await TryTakeAsync(operation, cancellationToken);
        }
        while (turn is null);

        var wait = turn.Value - time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private async Task<DateTimeOffset?> TryTakeAsync(string operation, CancellationToken cancellationToken)
    {
        var response = await dynamo.GetItemAsync(
            new GetItemRequest { TableName = settings.ReputationTable, Key = ReputationKeys.SesRateLimit(operation), ConsistentRead = true },
            cancellationToken);
        var before = (response.Item ?? []).OptionalTime(NextAt);
        var now = time.GetUtcNow();
        var turn = before > now && before < now + Furthest ? before.Value : now;
        var item = ReputationKeys.SesRateLimit(operation);
        item[NextAt] = Attributes.Of(turn + settings.SesInterval);
        try
        {
            await dynamo.PutItemAsync(
                new PutItemRequest
                {
                    TableName = settings.ReputationTable,
                    Item = item,
                    ConditionExpression = before is null ? $"attribute_not_exists({NextAt})" : $"{NextAt} = :before",
                    ExpressionAttributeValues = before is { } value ? new() { [":before"] = Attributes.Of(value) } : null,
                },
                cancellationToken);
            return turn;
        }
        catch (AmazonDynamoDBException exception) when (exception is ConditionalCheckFailedException || Contention.IsTransient(exception))
        {
            return null;
        }
    }
}
