using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Recording;
using Feedback.Reputation;
using static Feedback.Tests.Aws.DynamoDb.Samples;

namespace Feedback.Tests.Aws.DynamoDb;

public sealed class OutcomeStoreReadTests(DatabaseFixture database) : StoreTest(database, "reading", retries: 0)
{
    [Fact]
    public async Task OfRecipientAsync_MoreThanOnePage_ReadsAll()
    {
        var outcomes = Enumerable.Range(0, 5).Select(i => First(Observe(Evidence.Delivered, message: $"message-{i}"))).ToList();
        foreach (var outcome in outcomes)
        {
            var item = OutcomeItem.Of(outcome, Noon);
            item["Padding"] = new AttributeValue { S = new string('x', 300_000) };
            await Bench.Dynamo.PutItemAsync(new PutItemRequest { TableName = Bench.Settings.OutcomesTable, Item = item });
        }

        (await Bench.Outcomes.OfRecipientAsync(outcomes[0].Key.RecipientHash, CancellationToken.None).ToListAsync()).ShouldBe(outcomes);

        Bench.Wire.Operations.Count(operation => operation == "Query").ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task LatestEventsAsync_ManyOutcomes_AreTheNewestOfTheEntityFirst()
    {
        var bounces = Enumerable.Range(0, 5).Select(i => Observe(Evidence.HardBounced, $"r{i}", occurredAt: Noon.AddSeconds(i))).ToList();
        await WriteAsync(TransactionOf(
        [
            .. bounces,
            Observe(Evidence.Delivered, "happy"),
            Observe(Evidence.SoftBounced, "full"),
            Observe(Evidence.HardBounced, "other", set: "offers"),
        ]));

        var latest = await Bench.Outcomes.LatestEventsAsync(ReputationEntity.ConfigurationSet("news"), limit: 3, CancellationToken.None);

        var events = latest.Select(outcome => outcome.ReputationEvent.ShouldNotBeNull()).ToList();
        events.Select(h => h.OccurredAt).ShouldBe([Noon.AddSeconds(4), Noon.AddSeconds(3), Noon.AddSeconds(2)]);
        events.ShouldAllBe(h => h.Domain == "example.org" && h.Subtype == "Permanent/General" && h.FeedbackId == "feedback-1");
        (await Bench.Outcomes.LatestEventsAsync(ReputationEntity.ConfigurationSet("news"), limit: 100, CancellationToken.None)).Count.ShouldBe(5);
    }

    [Fact]
    public async Task LatestEventsAsync_OutcomeMovedToASet_IsListedForThatSet()
    {
        var recorder = Bench.NewRecorder();
        await recorder.RecordAsync([Observe(Evidence.HardBounced, set: null)], CancellationToken.None);
        (await Bench.Outcomes.LatestEventsAsync(ReputationEntity.Unattributed, limit: 10, CancellationToken.None)).Count.ShouldBe(1);

        await recorder.RecordAsync([Observe(Evidence.HardBounced)], CancellationToken.None);

        (await Bench.Outcomes.LatestEventsAsync(ReputationEntity.Unattributed, limit: 10, CancellationToken.None)).ShouldBeEmpty();
        (await Bench.Outcomes.LatestEventsAsync(ReputationEntity.ConfigurationSet("news"), limit: 10, CancellationToken.None)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task LatestEventsAsync_MailOfAnotherAccount_IsLeftOut()
    {
        var bounce = Observe(Evidence.HardBounced) with { Attribution = Attribution.NotOurs };
        (await WriteAsync(TransactionOf(bounce))).ShouldBeOfType<LedgerTransactionResult.Written>();

        (await Bench.Outcomes.LatestEventsAsync(bounce.Attribution.Entity, limit: 10, CancellationToken.None)).ShouldBeEmpty();
        (await Bench.OutcomeAsync(bounce.Key)).ShouldBe(First(bounce));
    }

    [Fact]
    public async Task LatestEventsAsync_OneItemThatCannotBeRead_ReturnsTheOthers()
    {
        await WriteAsync(TransactionOf(Observe(Evidence.HardBounced), Observe(Evidence.HardBounced, "bob"), Observe(Evidence.HardBounced, "cid")));
        await Bench.Dynamo.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = Bench.Settings.OutcomesTable,
            Key = OutcomeKeys.Of(Observe(Evidence.HardBounced, "bob").Key),
            UpdateExpression = "SET SentAt = :s",
            ExpressionAttributeValues = new() { [":s"] = Attributes.Of("yesterday") },
        });

        (await Bench.Outcomes.LatestEventsAsync(ReputationEntity.ConfigurationSet("news"), limit: 10, CancellationToken.None)).Count.ShouldBe(2);
    }

    private Task<LedgerTransactionResult> WriteAsync(LedgerTransaction transaction) => Bench.Outcomes.WriteAsync(transaction, CancellationToken.None);
}
