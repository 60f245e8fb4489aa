using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Cli.Doctor.SetUps;
using Feedback.Configuration;
using Feedback.Reputation;
using Table = Feedback.Cli.Doctor.SetUps.Table;

namespace Feedback.Cli.Doctor.Reading;

/// <summary>Reads the tables' settings and the policies in them.</summary>
internal sealed class TableReader(IAmazonDynamoDB dynamo, Settings settings)
{
    public async Task<IReadOnlyList<Table>> TablesAsync(Attempts attempts, CancellationToken cancellationToken)
    {
        var tables = new List<Table>();
        foreach (var name in new[] { settings.OutcomesTable, settings.ReputationTable, settings.SuppressionTable })
        {
            var response = await attempts.TryAsync(
                "dynamodb:DescribeTimeToLive",
                name,
                () => dynamo.DescribeTimeToLiveAsync(new DescribeTimeToLiveRequest { TableName = name }, cancellationToken),
                cancellationToken);
            if (response?.TimeToLiveDescription is { } expiry)
            {
                var isOn = expiry.TimeToLiveStatus == TimeToLiveStatus.ENABLED || expiry.TimeToLiveStatus == TimeToLiveStatus.ENABLING;
                tables.Add(new Table(name, isOn ? expiry.AttributeName : null));
            }
        }

        return tables;
    }

    public async Task<IReadOnlyList<ReputationEntity>?> OwnPoliciesAsync(Attempts attempts, CancellationToken cancellationToken) => await attempts.TryAsync(
        "dynamodb:Query",
        settings.ReputationTable,
        async () =>
        {
            var items = await dynamo.QueryAllAsync(
                new QueryRequest
                {
                    TableName = settings.ReputationTable,
                    KeyConditionExpression = $"{ReputationKeys.Partition} = :p",
                    ExpressionAttributeValues = new() { [":p"] = Attributes.Of(ReputationKeys.Policies) },
                },
                cancellationToken);
            return items.Select(item => new ReputationEntity(item.Text(ReputationKeys.Sort))).ToList();
        },
        cancellationToken);
}
