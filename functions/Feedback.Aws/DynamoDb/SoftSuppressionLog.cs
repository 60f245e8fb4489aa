using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Configuration;
using Feedback.Suppression;

namespace Feedback.Aws.DynamoDb;

/// <inheritdoc cref="ISoftSuppressionLog"/>
internal sealed class SoftSuppressionLog(IAmazonDynamoDB dynamo, Settings settings, TimeProvider time) : ISoftSuppressionLog
{
    private const char Separator = '#';

    public Task AddAsync(IEnumerable<SuppressionEntry> entries, CancellationToken cancellationToken) =>
        Task.WhenAll(entries.Where(entry => entry.SoftBounces is not null).Select(entry => AddAsync(entry, cancellationToken)));

    public async IAsyncEnumerable<(DateTimeOffset At, string RecipientHash)> ReadAsync(
        DateTimeOffset? from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = settings.ReputationTable,
            KeyConditionExpression = $"{ReputationKeys.Partition} = :p AND {ReputationKeys.Sort} >= :from",
            ExpressionAttributeValues = new()
            {
                [":p"] = Attributes.Of(ReputationKeys.SoftSuppressions),
                [":from"] = Attributes.Of(from is { } time ? Attributes.Text(time) : "0"),
            },
            ConsistentRead = true,
        };
        await foreach (var page in dynamo.PagesAsync(request, cancellationToken))
        {
            foreach (var item in page)
            {
                yield return Read(item.Text(ReputationKeys.Sort));
            }
        }
    }

    private Task AddAsync(SuppressionEntry entry, CancellationToken cancellationToken)
    {
        var item = ReputationKeys.SoftSuppression($"{Attributes.Text(time.GetUtcNow())}{Separator}{entry.Address.Hash}");
        if (entry.SoftBounces!.Until is { } until)
        {
            item[Attributes.ExpiresAt] = Attributes.Expiry(until + settings.OutcomeRetention, time.GetUtcNow());
        }

        return dynamo.PutItemAsync(new PutItemRequest { TableName = settings.ReputationTable, Item = item }, cancellationToken);
    }

    private static (DateTimeOffset At, string RecipientHash) Read(string key) =>
        (Attributes.Time(key[..key.IndexOf(Separator, StringComparison.Ordinal)]), key[(key.IndexOf(Separator, StringComparison.Ordinal) + 1)..]);
}
