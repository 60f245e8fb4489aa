using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Configuration;

namespace Feedback.Aws.Ses;

/// <summary>
/// Keeps the calls of one SES operation apart, over all processes: whoever wants to call takes the operation's next free turn from an
/// item of the reputation table and waits for it. A breach of hundreds of sets so runs at the rate SES takes, and not into its throttling.
/// </summary>
internal sealed class SesRateLimiter(IAmazonDynamoDB dynamo, Settings settings, TimeProvider time)
{
    /// <summary>Turns are taken one at a time by each process; one further off than this is somebody's wrong clock.</summary>
    internal static readonly TimeSpan Furthest = TimeSpan.FromMinutes(2);

    private const string NextAt = "NextAt";

    /// <param name="operation">Its name in SES's API; each has a rate of its own.</param>
    /// <param name="cancellationToken">Gives the turn up; nobody else gets it.</param>
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
