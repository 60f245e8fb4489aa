using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Feedback.Local.Database;

/// <summary>
/// The progress of a process of DeliveryFunction that has counted every delivery of any time. Without traffic, nothing here would move the
/// watermark, and each pause would wait a minute and a half for the queue's figures.
/// </summary>
internal static class CaughtUpDeliveries
{
    private const string FarOff = "9999-12-31T23:59:59.9999999Z";

    public static Task WriteAsync(IAmazonDynamoDB database, string reputationTable) => database.PutItemAsync(new PutItemRequest
    {
        TableName = reputationTable,
        Item = new()
        {
            ["Entity"] = new AttributeValue { S = "DELIVERY-PROGRESS" },
            ["Entry"] = new AttributeValue { S = "local" },
            ["Frontier"] = new AttributeValue { S = FarOff },
            ["ExpiresAt"] = new AttributeValue { N = "253402300799" },
        },
    });
}
