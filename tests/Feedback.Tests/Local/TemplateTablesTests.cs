using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Local.Templates;

namespace Feedback.Tests.Local;

[Collection(DatabaseCollection.Name)]
public sealed class TemplateTablesTests(DatabaseFixture database)
{
    [Fact]
    public async Task CreateTablesAsync_KeysIndexesAndTimeToLive_AreTheTemplates()
    {
        var tables = await database.NewTablesAsync("template", Template.Parse(SmallTemplate.Text));
        tables.Keys.ShouldBe(["Ledger", "Named"], ignoreOrder: true);

        var ledger = (await database.Client.DescribeTableAsync(tables["Ledger"])).Table;
        ledger.TableStatus.ShouldBe(TableStatus.ACTIVE);
        ledger.KeySchema.Select(key => $"{key.AttributeName} {key.KeyType}").ShouldBe(["PK HASH", "SK RANGE"]);
        ledger.BillingModeSummary.BillingMode.ShouldBe(BillingMode.PAY_PER_REQUEST);

        var index = ledger.GlobalSecondaryIndexes.ShouldHaveSingleItem();
        index.IndexName.ShouldBe("ByTime");
        index.Projection.NonKeyAttributes.ShouldBe(["Level"]);

        var timeToLive = (await database.Client.DescribeTimeToLiveAsync(tables["Ledger"])).TimeToLiveDescription;
        timeToLive.TimeToLiveStatus.ShouldBe(TimeToLiveStatus.ENABLED);
        timeToLive.AttributeName.ShouldBe("ExpiresAt");

        tables["Named"].ShouldEndWith("-feedback-named");
    }

    [Fact]
    public async Task Query_OnAnIndexOfATable_ProjectsWhatTheTemplateSays()
    {
        var table = (await database.NewTablesAsync("index", Template.Parse(SmallTemplate.Text)))["Ledger"];
        await database.Client.PutItemAsync(table, new Dictionary<string, AttributeValue>
        {
            ["PK"] = new("p"),
            ["SK"] = new("s"),
            ["At"] = new() { N = "5" },
            ["Level"] = new("warning"),
            ["Other"] = new("hidden"),
        });

        var found = await database.Client.QueryAsync(new QueryRequest(table)
        {
            IndexName = "ByTime",
            KeyConditionExpression = "SK = :s AND #at > :t",
            ExpressionAttributeNames = new Dictionary<string, string> { ["#at"] = "At" },
            ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":s"] = new("s"), [":t"] = new() { N = "4" } },
        });

        found.Items.ShouldHaveSingleItem().Keys.ShouldBe(["PK", "SK", "At", "Level"], ignoreOrder: true);
    }
}
