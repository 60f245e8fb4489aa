using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Configuration;
using Feedback.Reputation;

namespace Feedback.Aws.DynamoDb;

/// <summary>
/// Refuses a reputation table whose items another version of Feedback wrote in another layout: read as the present one they would count for
/// nothing. A table says its layout in an item of its own, which the first write adds, with the fingerprint of the key of the recipient hashes.
/// </summary>
internal sealed class TableLayout(IAmazonDynamoDB dynamo, Settings settings)
{
    /// <summary>
    /// 1 had an item for each quarter of an hour, and did not say so; 2 had all states under one key. Raise this with each layout that the one
    /// before can't read.
    /// </summary>
    internal const long Current = 3;

    private const string Number = "Layout";
    private const string Key = "RecipientHashKey";

    private volatile bool _isReadable;
    private volatile bool _isWritten;

    /// <exception cref="TableLayoutException">The table has another layout.</exception>
    /// <exception cref="TableKeyException">The ledger's hashes were made with another key.</exception>
    internal async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (_isReadable)
        {
            return;
        }

        var item = await FindAsync(cancellationToken);
        var found = item?.Number(Number) ?? (await HoldsCountersOfTheFirstAsync(cancellationToken) ? 1 : null);
        if (found is { } layout && layout != Current)
        {
            throw new TableLayoutException(settings.ReputationTable, layout);
        }

        if (item is not null && item.OptionalText(Key) is var key && key != settings.RecipientHashKey?.Fingerprint)
        {
            throw new TableKeyException(settings.ReputationTable, key, settings.RecipientHashKey?.Fingerprint);
        }

        _isReadable = true;
        _isWritten = found is not null;
    }

    /// <summary>Checks the layout and, in a new table, writes it down.</summary>
    /// <inheritdoc cref="CheckAsync"/>
    internal async Task EnsureAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        if (_isWritten)
        {
            return;
        }

        var item = ReputationKeys.Layout();
        item[Number] = Attributes.Of(Current);
        item.Put(Key, settings.RecipientHashKey?.Fingerprint);
        try
        {
            await dynamo.PutItemAsync(
                new PutItemRequest
                {
                    TableName = settings.ReputationTable,
                    Item = item,
                    ConditionExpression = $"attribute_not_exists({ReputationKeys.Partition})",
                },
                cancellationToken);
            _isWritten = true;
        }
        catch (ConditionalCheckFailedException)
        {
            // Another process wrote one since: see which.
            _isReadable = false;
            await CheckAsync(cancellationToken);
        }
    }

    private async Task<Dictionary<string, AttributeValue>?> FindAsync(CancellationToken cancellationToken)
    {
        var response = await dynamo.GetItemAsync(
            new GetItemRequest { TableName = settings.ReputationTable, Key = ReputationKeys.Layout(), ConsistentRead = true },
            cancellationToken);
        return response.Item is { Count: > 0 } item ? item : null;
    }

    /// <summary>Whatever the first layout counted, it counted for the account too, under the account's own key.</summary>
    private async Task<bool> HoldsCountersOfTheFirstAsync(CancellationToken cancellationToken)
    {
        var request = CounterQuery.Of(
            settings.ReputationTable, ReputationEntity.Account.Key, CounterKeys.Prefix, CounterKeys.Prefix + ReputationKeys.Last, ReputationKeys.Sort);
        request.Limit = 1;
        return (await dynamo.QueryAsync(request, cancellationToken)).Items is { Count: > 0 };
    }
}
