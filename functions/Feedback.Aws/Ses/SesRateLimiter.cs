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

    /// <summary>
    /// How far ahead a caller reserves. One whose slot would be later waits without it: callers at the end of a long queue run out of time,
    /// and their slots would be lost to the others.
    /// </summary>
    internal static readonly TimeSpan Reach = TimeSpan.FromSeconds(10);

    /// <summary>The most attempts at one call while SES throttles it or fails.</summary>
    internal const int MaximumAttempts = 4;

    private const string NextAt = "NextAt";

    /// <summary>
    /// Calls SES, and again if it throttles the call or fails, each time in a slot of its own: a call without one would take the slot of
    /// another caller, who then is throttled instead. So the SES client must not repeat calls by itself.
    /// </summary>
    /// <param name="operation">The operation's name in SES's API.</param>
    /// <param name="call">Makes the call once.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    internal async Task<T> CallAsync<T>(string operation, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await WaitAsync(operation, cancellationToken);
            try
            {
                return await call();
            }
            catch (Exception exception)
                when (attempt < MaximumAttempts && SesFailure.IsTransient(exception) && !cancellationToken.IsCancellationRequested)
            {
                // The next slot is at least the interval later, which is the pause between the attempts.
            }
        }
    }

    /// <param name="operation">The operation's name in SES's API. Each operation has its own rate.</param>
    /// <param name="cancellationToken">Stops waiting. The slot stays reserved.</param>
    internal async Task WaitAsync(string operation, CancellationToken cancellationToken)
    {
        while (!await TryWaitAsync(operation, Reach, cancellationToken))
        {
            await Task.Delay(Reach * (0.25 + (Random.Shared.NextDouble() / 2)), time, cancellationToken);
        }
    }

    /// <summary>Reserves a slot and waits for it, unless the next one is further ahead than <paramref name="longest"/>.</summary>
    /// <returns>False if no slot was reserved, so that the call must not be made.</returns>
    internal async Task<bool> TryWaitAsync(string operation, TimeSpan longest, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (next, before) = await NextAsync(operation, cancellationToken);
            var wait = next - time.GetUtcNow();
            if (wait > longest)
            {
                return false;
            }

            if (await TryReserveAsync(operation, next, before, cancellationToken))
            {
                await DelayAsync(next - time.GetUtcNow(), cancellationToken);
                return true;
            }
        }
    }

    private Task DelayAsync(TimeSpan wait, CancellationToken cancellationToken) =>
        wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellationToken) : Task.CompletedTask;

    /// <summary>Returns the next free slot, and the value it was computed from.</summary>
    private async Task<(DateTimeOffset Next, DateTimeOffset? Before)> NextAsync(string operation, CancellationToken cancellationToken)
    {
        var response = await dynamo.GetItemAsync(
            new GetItemRequest { TableName = settings.ReputationTable, Key = ReputationKeys.SesRateLimit(operation), ConsistentRead = true },
            cancellationToken);
        var before = (response.Item ?? []).OptionalTime(NextAt);
        var now = time.GetUtcNow();
        return (before > now && before < now + Furthest ? before.Value : now, before);
    }

    private async Task<bool> TryReserveAsync(string operation, DateTimeOffset slot, DateTimeOffset? before, CancellationToken cancellationToken)
    {
        var item = ReputationKeys.SesRateLimit(operation);
        item[NextAt] = Attributes.Of(slot + settings.SesInterval);
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
            return true;
        }
        catch (AmazonDynamoDBException exception) when (exception is ConditionalCheckFailedException || Contention.IsTransient(exception))
        {
            return false;
        }
    }
}
