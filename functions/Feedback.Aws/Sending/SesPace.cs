using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Configuration;

namespace Feedback.Aws.Sending;

/// <summary>
/// Keeps the calls that change sending a second apart, over all processes: whoever wants to call takes the next free turn from an item of
/// the reputation table and waits for it. A breach of hundreds of sets so runs at the rate SES takes, and not into its throttling.
/// </summary>
internal sealed class SesPace(IAmazonDynamoDB dynamo, Settings settings, TimeProvider time)
{
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Turns are taken one at a time by each process; one further off than this is somebody's wrong clock.</summary>
    internal static readonly TimeSpan Furthest = TimeSpan.FromMinutes(2);

    private const string NextAt = "NextAt";

    internal async Task WaitAsync(CancellationToken cancellation)
    {
        DateTimeOffset? turn;
        do
        {
            turn = await TryTakeAsync(cancellation);
        }
        while (turn is null);

        var wait = turn.Value - time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellation);
        }
    }

    private async Task<DateTimeOffset?> TryTakeAsync(CancellationToken cancellation)
    {
        var response = await dynamo.GetItemAsync(
            new GetItemRequest { TableName = settings.ReputationTable, Key = ReputationKeys.SesPace(), ConsistentRead = true },
            cancellation);
        var before = (response.Item ?? []).OptionalTime(NextAt);
        var now = time.GetUtcNow();
        var turn = before > now && before < now + Furthest ? before.Value : now;
        var item = ReputationKeys.SesPace();
        item[NextAt] = Attributes.Of(turn + Interval);
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
                cancellation);
            return turn;
        }
        catch (AmazonDynamoDBException exception) when (exception is ConditionalCheckFailedException || Contention.IsPassing(exception))
        {
            return null;
        }
    }
}
