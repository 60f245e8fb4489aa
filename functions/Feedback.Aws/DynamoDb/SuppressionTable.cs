using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Configuration;
using Feedback.Notifications;
using Feedback.Suppression;

namespace Feedback.Aws.DynamoDb;

/// <inheritdoc cref="ISuppressionTable"/>
internal sealed class SuppressionTable(IAmazonDynamoDB dynamo, Settings settings, TableLayout layout, TimeProvider time) : ISuppressionTable
{
    /// <summary>As long as a message may come again: 14 days from a queue, and 14 more from its dead-letter queue.</summary>
    private static readonly TimeSpan RepeatsEnd = TimeSpan.FromDays(29);

    public async Task<bool> TryChangeAsync(
        IReadOnlyCollection<SuppressionEntry> entries, IReadOnlyCollection<SuppressionChange> history, CancellationToken cancellationToken)
    {
        await layout.CheckAsync(cancellationToken);
        var now = time.GetUtcNow();
        List<TransactWriteItem> actions =
        [
            .. entries.Select(entry => entry with { Version = entry.Version + 1 }).Select(entry => VersionCondition.Put(
                settings.SuppressionTable, SuppressionItem.Of(entry, now, settings.OutcomeRetention), entry.Version, SuppressionKeys.Address)),
            .. history.Select(Put),
        ];
        try
        {
            await dynamo.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = actions }, cancellationToken);
            return true;
        }
        catch (TransactionCanceledException cancelled)
            when (Contention.IsTransient(cancelled) || (cancelled.CancellationReasons ?? []).Exists(reason => reason.Code == Contention.ConditionFailed))
        {
            return false;
        }
        catch (AmazonDynamoDBException exception) when (Contention.IsTransient(exception))
        {
            return false;
        }
    }

    public async IAsyncEnumerable<StoredEntry> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ScanRequest { TableName = settings.SuppressionTable };
        do
        {
            var page = await dynamo.ScanAsync(request, cancellationToken);
            foreach (var item in page.Items ?? [])
            {
                yield return Read(item);
            }

            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
    }

    public async Task<IReadOnlyList<SuppressionChange>> HistoryAsync(string recipientHash, int limit, CancellationToken cancellationToken)
    {
        await layout.CheckAsync(cancellationToken);
        var response = await dynamo.QueryAsync(
            new QueryRequest
            {
                TableName = settings.ReputationTable,
                KeyConditionExpression = $"{ReputationKeys.Partition} = :r",
                ExpressionAttributeValues = new() { [":r"] = Attributes.Of(SuppressionChangeItem.Partition(recipientHash)) },
                ScanIndexForward = false,
                ConsistentRead = true,
                Limit = limit,
            },
            cancellationToken);
        return [.. (response.Items ?? []).Select(item => SuppressionChangeItem.Read(recipientHash, item))];
    }

    public async Task<(bool Entry, int Outcomes)> EraseAsync(EmailAddress address, SuppressionChange change, CancellationToken cancellationToken)
    {
        await layout.CheckAsync(cancellationToken);
        var outcomes = 0;
        var request = new QueryRequest
        {
            TableName = settings.OutcomesTable,
            KeyConditionExpression = $"{OutcomeKeys.RecipientHash} = :r",
            ExpressionAttributeValues = new() { [":r"] = Attributes.Of(address.Hash) },
            ConsistentRead = true,
        };
        await foreach (var page in dynamo.PagesAsync(request, cancellationToken))
        {
            foreach (var item in page)
            {
                await dynamo.UpdateItemAsync(Anonymised(item), cancellationToken);
                outcomes++;
            }
        }

        // The history comes first: that an entry was erased must be on record even if the next call fails.
        await dynamo.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [Put(change)] }, cancellationToken);
        var deleted = await dynamo.DeleteItemAsync(
            new DeleteItemRequest { TableName = settings.SuppressionTable, Key = SuppressionKeys.Of(address), ReturnValues = ReturnValue.ALL_OLD },
            cancellationToken);
        return (deleted.Attributes is { Count: > 0 }, outcomes);
    }

    /// <summary>
    /// Takes the domain out, on which no count depends. The feedback id stays: without it, a repeated event would look like a later one, and
    /// bring domain and suppression back.
    /// </summary>
    private UpdateItemRequest Anonymised(Dictionary<string, AttributeValue> item)
    {
        var end = (time.GetUtcNow() + RepeatsEnd).ToUnixTimeSeconds();
        var hasEvent = item.ContainsKey("Domain");
        return new UpdateItemRequest
        {
            TableName = settings.OutcomesTable,
            Key = OutcomeKeys.Of(OutcomeKeys.Read(item)),
            UpdateExpression = $"SET {VersionCondition.Version} = {VersionCondition.Version} + :one, {Attributes.ExpiresAt} = :end"
                + (hasEvent ? ", #domain = :erased" : string.Empty),
            ConditionExpression = $"attribute_exists({OutcomeKeys.RecipientHash})",
            ExpressionAttributeNames = hasEvent ? new() { ["#domain"] = "Domain" } : null,
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>(hasEvent ? [KeyValuePair.Create(":erased", Attributes.Of("erased"))] : [])
            {
                [":one"] = Attributes.Of(1),
                [":end"] = Attributes.Of(Math.Min(end, item.OptionalNumber(Attributes.ExpiresAt) ?? end)),
            },
        };
    }

    private TransactWriteItem Put(SuppressionChange change) =>
        new() { Put = new Put { TableName = settings.ReputationTable, Item = SuppressionChangeItem.Of(change) } };

    private static StoredEntry Read(Dictionary<string, AttributeValue> item)
    {
        try
        {
            return new StoredEntry(SuppressionItem.Read(item), null);
        }
        catch (InvalidDataException unreadable)
        {
            return new StoredEntry(null, unreadable.Message);
        }
    }
}
