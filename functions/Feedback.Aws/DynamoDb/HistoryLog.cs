using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Configuration;
using Feedback.Deciding;

namespace Feedback.Aws.DynamoDb;

/// <inheritdoc cref="IHistoryLog"/>
internal sealed class HistoryLog(IAmazonDynamoDB dynamo, Settings settings) : IHistoryLog
{
    public Task AddAsync(HistoryEntry entry, CancellationToken cancellationToken) =>
        dynamo.PutItemAsync(new PutItemRequest { TableName = settings.ReputationTable, Item = HistoryItem.Of(entry) }, cancellationToken);
}
