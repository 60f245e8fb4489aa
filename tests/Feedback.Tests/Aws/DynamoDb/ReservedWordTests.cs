using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Reputation;

namespace Feedback.Tests.Aws.DynamoDb;

/// <summary>
/// The stores use attribute names in expressions without placeholders. The tests run every expression, so a reserved word is found as long
/// as the embedded database refuses DynamoDB's reserved words.
/// </summary>
[Collection(DatabaseCollection.Name)]
public sealed class ReservedWordTests(DatabaseFixture database)
{
    [Theory]
    [InlineData("Level", true)]
    [InlineData("Source", true)]
    [InlineData("Domain", true)]
    [InlineData("Subtype", true)]
    [InlineData("At", true)]
    [InlineData("Version", false)]
    [InlineData("ExpiresAt", false)]
    public async Task Expression_NamesAReservedWord_IsRefused(string name, bool reserved)
    {
        using var bench = await StoreBench.CreateAsync(database, "words");
        var request = new PutItemRequest
        {
            TableName = bench.Settings.ReputationTable,
            Item = ReputationKeys.State(ReputationEntity.Account),
            ConditionExpression = $"attribute_not_exists({name})",
        };

        var refusal = await Record.ExceptionAsync(() => bench.Dynamo.PutItemAsync(request));

        (refusal is AmazonDynamoDBException { ErrorCode: "ValidationException" }).ShouldBe(reserved);
    }
}
