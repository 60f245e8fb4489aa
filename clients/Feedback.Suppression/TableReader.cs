using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Feedback.Suppression;

/// <summary>Reads items of the suppression table by their keys.</summary>
internal sealed class TableReader(IAmazonDynamoDB dynamo, SuppressionListOptions options, TimeProvider time)
{
    /// <summary>DynamoDB's limit on the keys of one BatchGetItem.</summary>
    private const int KeysPerRequest = 100;

    private const string Address = "Address";
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    internal static IEnumerable<IReadOnlyList<string>> Requests(IReadOnlyList<string> keys)
    {
        for (var first = 0; first < keys.Count; first += KeysPerRequest)
        {
            yield return [.. keys.Skip(first).Take(KeysPerRequest)];
        }
    }

    /// <summary>Returns the items that exist. Keys that the database leaves unprocessed are asked for again.</summary>
    /// <exception cref="TimeoutException">It left keys unprocessed to the last attempt.</exception>
    internal async Task<Dictionary<string, StoredSuppression>> ReadAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, StoredSuppression>(StringComparer.Ordinal);
        var wanted = new List<Dictionary<string, AttributeValue>>(
            keys.Select(key => new Dictionary<string, AttributeValue> { [Address] = new AttributeValue { S = key } }));
        for (var attempt = 0; attempt < options.Attempts; attempt++)
        {
            if (attempt > 0)
            {
                await time.Delay(Pause(attempt), cancellationToken).ConfigureAwait(false);
            }

            var response = await dynamo.BatchGetItemAsync(RequestOf(wanted), cancellationToken).ConfigureAwait(false);
            if (response.Responses is { } tables && tables.TryGetValue(options.TableName, out var items))
            {
                foreach (var item in items ?? [])
                {
                    found[item[Address].S] = StoredSuppression.Read(item);
                }
            }

            if (response.UnprocessedKeys is not { Count: > 0 } left)
            {
                return found;
            }

            wanted = left[options.TableName].Keys;
        }

        throw new TimeoutException("The suppression table left keys unprocessed to the last attempt: it is throttled.");
    }

    private BatchGetItemRequest RequestOf(List<Dictionary<string, AttributeValue>> keys) => new()
    {
        RequestItems = new Dictionary<string, KeysAndAttributes>
        {
            [options.TableName] = new() { Keys = keys, ConsistentRead = options.ConsistentRead },
        },
    };

    private static TimeSpan Pause(int attempt)
    {
        var doubled = TimeSpan.FromTicks(FirstPause.Ticks << (attempt - 1));
        return doubled < LongestPause ? doubled : LongestPause;
    }
}
