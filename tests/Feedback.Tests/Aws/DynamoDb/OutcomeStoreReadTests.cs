using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Recording;
using Feedback.Reputation;
using static Feedback.Tests.Aws.DynamoDb.Samples;

namespace Feedback.Tests.Aws.DynamoDb;

[Collection(DatabaseCollection.Name)]
public sealed class OutcomeStoreReadTests(DatabaseFixture database) : IAsyncLifetime
{
    private StoreBench _bench = null!;

    public async Task InitializeAsync() => _bench = await StoreBench.CreateAsync(database, "reading", retries: 0);

    public Task DisposeAsync()
    {
        _bench.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task OfRecipientAsync_MoreThanOnePage_ReadsAll()
    {
        var outcomes = Enumerable.Range(0, 5).Select(i => First(Observe(Evidence.Delivered, message: $"message-{i}"))).ToList();
        foreach (var outcome in outcomes)
        {
            var item = OutcomeItem.Of(outcome, Noon);
            item["Padding"] = new AttributeValue { S = new string('x', 300_000) };
            await _bench.Dynamo.PutItemAsync(new PutItemRequest { TableName = _bench.Settings.OutcomesTable, Item = item });
        }

        (await _bench.Outcomes.OfRecipientAsync(outcomes[0].Key.RecipientHash, CancellationToken.None).ToListAsync()).ShouldBe(outcomes);

        _bench.Wire.Operations.Count(operation => operation == "Query").ShouldBeGreaterThan(1);
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

        var events = await _bench.Outcomes.LatestEventsAsync(ReputationEntity.ConfigurationSet("news"), limit: 3, CancellationToken.None);

        events.Select(h => h.OccurredAt).ShouldBe([Noon.AddSeconds(4), Noon.AddSeconds(3), Noon.AddSeconds(2)]);
        events.ShouldAllBe(h => h.Domain == "example.org" && h.Subtype == "Permanent/General" && h.FeedbackId == "feedback-1");
        (await _bench.Outcomes.LatestEventsAsync(ReputationEntity.ConfigurationSet("news"), limit: 100, CancellationToken.None)).Count.ShouldBe(5);
    }

    [Fact]
    public async Task LatestEventsAsync_OutcomeMovedToASet_IsListedForThatSet()
    {
        var recorder = _bench.NewRecorder();
        await recorder.RecordAsync([Observe(Evidence.HardBounced, set: null)], CancellationToken.None);
        (await _bench.Outcomes.LatestEventsAsync(ReputationEntity.Unattributed, limit: 10, CancellationToken.None)).Count.ShouldBe(1);

        await recorder.RecordAsync([Observe(Evidence.HardBounced)], CancellationToken.None);

        (await _bench.Outcomes.LatestEventsAsync(ReputationEntity.Unattributed, limit: 10, CancellationToken.None)).ShouldBeEmpty();
        (await _bench.Outcomes.LatestEventsAsync(ReputationEntity.ConfigurationSet("news"), limit: 10, CancellationToken.None)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task LatestEventsAsync_MailOfAnotherAccount_IsLeftOut()
    {
        var bounce = Observe(Evidence.HardBounced) with { Attribution = Attribution.NotOurs };
        (await WriteAsync(TransactionOf(bounce))).ShouldBeOfType<LedgerTransactionResult.Written>();

        (await _bench.Outcomes.LatestEventsAsync(bounce.Attribution.Entity, limit: 10, CancellationToken.None)).ShouldBeEmpty();
        (await _bench.OutcomeAsync(bounce.Key)).ShouldBe(First(bounce));
    }

    [Fact]
    public async Task LatestEventsAsync_OneItemThatCannotBeRead_ReturnsTheOthers()
    {
        await WriteAsync(TransactionOf(Observe(Evidence.HardBounced), Observe(Evidence.HardBounced, "bob"), Observe(Evidence.HardBounced, "cid")));
        await _bench.Dynamo.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = _bench.Settings.OutcomesTable,
            Key = OutcomeKeys.Of(Observe(Evidence.HardBounced, "bob").Key),
            UpdateExpression = "SET SentAt = :s",
            ExpressionAttributeValues = new() { [":s"] = Attributes.Of("yesterday") },
        });

        (await _bench.Outcomes.LatestEventsAsync(ReputationEntity.ConfigurationSet("news"), limit: 10, CancellationToken.None)).Count.ShouldBe(2);
    }

    private Task<LedgerTransactionResult> WriteAsync(LedgerTransaction transaction) => _bench.Outcomes.WriteAsync(transaction, CancellationToken.None);
}
