using Feedback.Aws.DynamoDb;
using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Recording;
using Feedback.Reputation;
using Feedback.Suppression;
using static Feedback.Tests.Aws.DynamoDb.Samples;

namespace Feedback.Tests.Aws.DynamoDb;

public sealed class OutcomeStoreTests(DatabaseFixture database) : StoreTest(database, "outcomes", retries: 0)
{
    [Fact]
    public async Task WriteAsync_FirstWrite_WritesOutcomeCountersAndSuppression()
    {
        var bounce = Observe(Evidence.HardBounced);

        (await WriteAsync(TransactionOf(bounce))).ShouldBeOfType<LedgerTransactionResult.Written>();

        (await Bench.OutcomeAsync(bounce.Key)).ShouldBe(First(bounce));
        (await Bench.SumAsync(ReputationEntity.ConfigurationSet("news"))).ShouldBe(Tally.Of(Evidence.HardBounced));
        (await Bench.SumAsync(ReputationEntity.Account)).ShouldBe(Tally.Of(Evidence.HardBounced));
        var entry = (await Bench.EntryAsync(bounce.Recipient)).ShouldNotBeNull();
        entry.Version.ShouldBe(1);
        entry.Causes.ShouldHaveSingleItem().Value.ShouldBeOfType<EventCause>().Last
            .ShouldBe(new SuppressionEvent(bounce.OccurredAt, "message-1", "Permanent/General", ConfigurationSet: "news", FeedbackId: "feedback-1"));
        Bench.Wire.Operations.Count(operation => operation == "TransactWriteItems").ShouldBe(1);
    }

    [Fact]
    public async Task WriteAsync_OutcomeAlreadyThere_IsStaleWithTheOutcomeAsItIs()
    {
        var delivery = Observe(Evidence.Delivered);
        await WriteAsync(TransactionOf(delivery));

        var stale = (await WriteAsync(TransactionOf(delivery))).ShouldBeOfType<LedgerTransactionResult.Stale>();

        stale.Outcomes.ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create(delivery.Key, (Outcome?)First(delivery)));
        stale.Suppressions.ShouldBeEmpty();
        (await Bench.SumAsync(ReputationEntity.Account)).Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task WriteAsync_OneOfManyStale_WritesNothingAtAll()
    {
        var old = Observe(Evidence.Delivered);
        await WriteAsync(TransactionOf(old));
        var bounce = Observe(Evidence.HardBounced, "bob");

        var stale = (await WriteAsync(TransactionOf(bounce, old))).ShouldBeOfType<LedgerTransactionResult.Stale>();

        stale.Outcomes.Keys.ShouldBe([old.Key]);
        (await Bench.OutcomeAsync(bounce.Key)).ShouldBeNull();
        (await Bench.EntryAsync(bounce.Recipient)).ShouldBeNull();
        (await Bench.SumAsync(ReputationEntity.ConfigurationSet("news"))).ShouldBe(Tally.Of(Evidence.Delivered));
    }

    [Fact]
    public async Task WriteAsync_OutcomeExpired_IsStaleWithNone()
    {
        var delivery = Observe(Evidence.Delivered);

        var stale = (await WriteAsync(TransactionOf(First(delivery) with { Version = 3 }))).ShouldBeOfType<LedgerTransactionResult.Stale>();

        stale.Outcomes.ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create(delivery.Key, (Outcome?)null));
    }

    [Fact]
    public async Task WriteAsync_NextVersion_ReplacesThePreviousOne()
    {
        var first = First(Observe(Evidence.Delivered));
        await WriteAsync(TransactionOf(first));
        var second = first with { Evidence = first.Evidence | Evidence.HardBounced, Version = 2 };

        (await WriteAsync(TransactionOf(second))).ShouldBeOfType<LedgerTransactionResult.Written>();

        (await Bench.OutcomeAsync(first.Key)).ShouldBe(second);
    }

    [Fact]
    public async Task WriteAsync_SuppressionAlreadyThere_IsStaleWithTheEntryAsItIs()
    {
        await Bench.Suppressions.TryReplaceAsync(Entry("ann", reason: SuppressionReason.Complaint), CancellationToken.None);
        var bounce = Observe(Evidence.HardBounced);

        var stale = (await WriteAsync(TransactionOf(bounce))).ShouldBeOfType<LedgerTransactionResult.Stale>();

        stale.Outcomes.ShouldBeEmpty();
        var (address, entry) = stale.Suppressions.ShouldHaveSingleItem();
        address.ShouldBe(bounce.Recipient);
        entry.ShouldNotBeNull().Version.ShouldBe(1);
        entry.SaysTheSameAs(Entry("ann", reason: SuppressionReason.Complaint)).ShouldBeTrue();
        (await Bench.OutcomeAsync(bounce.Key)).ShouldBeNull();
        (await Bench.SumAsync(ReputationEntity.Account)).ShouldBe(Tally.Zero);
    }

    [Fact]
    public async Task WriteAsync_SuppressionExpired_IsStaleWithNone()
    {
        var stale = (await WriteAsync(new LedgerTransaction([], [], [Entry("ann", version: 2)]))).ShouldBeOfType<LedgerTransactionResult.Stale>();

        stale.Suppressions.ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create(Address("ann"), (SuppressionEntry?)null));
    }

    [Fact]
    public async Task WriteAsync_OutcomeAndSuppressionStale_TellsBothAtOnce()
    {
        var bounce = Observe(Evidence.HardBounced);
        await WriteAsync(TransactionOf(bounce));

        var stale = (await WriteAsync(TransactionOf(bounce))).ShouldBeOfType<LedgerTransactionResult.Stale>();

        stale.Outcomes.Count.ShouldBe(1);
        stale.Suppressions.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(98, 0)] // and two counters
    [InlineData(0, 49)]
    public async Task WriteAsync_HundredActions_AreOneTransaction(int deliveries, int bounces)
    {
        var transaction = TransactionOf(
        [
            .. Enumerable.Range(0, deliveries).Select(i => Observe(Evidence.Delivered, $"d{i}")),
            .. Enumerable.Range(0, bounces).Select(i => Observe(Evidence.HardBounced, $"b{i}")),
        ]);
        transaction.Actions.ShouldBe(LedgerTransaction.MaximumActions);

        (await WriteAsync(transaction)).ShouldBeOfType<LedgerTransactionResult.Written>();

        Bench.Wire.Operations.ShouldBe(["TransactWriteItems"]);
        (await Bench.SumAsync(ReputationEntity.Account)).Attempts.ShouldBe(deliveries + bounces);
    }

    [Fact]
    public async Task WriteAsync_MailOfFiveYearsAgo_CountsInAnItemThatExpiresFromNow()
    {
        await WriteAsync(TransactionOf(Observe(Evidence.Delivered, sentAt: Noon.AddYears(-6))));

        foreach (var counter in Bench.Wire.Requests[^1].Json["TransactItems"]!.AsArray().Skip(1))
        {
            var end = long.Parse(
                counter!["Update"]!["ExpressionAttributeValues"]![":e"]!["N"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture);
            DateTimeOffset.FromUnixTimeSeconds(end).ShouldBe(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public async Task WriteAsync_TwoDomains_HintsAtBoth()
    {
        var ann = Observe(Evidence.Delivered);
        var elsewhere = Observe(Evidence.Delivered, "bob@elsewhere.example");

        await WriteAsync(TransactionOf(ann));
        (await Bench.Counters.MailsSeveralDomainsAsync(ann.Attribution.Entity, Noon, CancellationToken.None)).ShouldBeFalse();
        await WriteAsync(TransactionOf(elsewhere));
        (await Bench.Counters.MailsSeveralDomainsAsync(ann.Attribution.Entity, Noon, CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public async Task WriteAsync_Always_LetsOutcomesAndCountersExpire()
    {
        await WriteAsync(TransactionOf(Observe(Evidence.Delivered)));

        var items = Bench.Wire.Requests[^1].Json["TransactItems"]!.AsArray();

        var outcome = long.Parse(items[0]!["Put"]!["Item"]!["ExpiresAt"]!["N"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture);
        DateTimeOffset.FromUnixTimeSeconds(outcome).ShouldBe(TimeProvider.System.GetUtcNow() + TimeSpan.FromDays(35), TimeSpan.FromMinutes(1));
        items[1]!["Update"]!["ExpressionAttributeValues"]![":e"]!["N"]!.GetValue<string>()
            .ShouldBe($"{(Noon + TimeSpan.FromDays(91)).ToUnixTimeSeconds()}");
    }

    private Task<LedgerTransactionResult> WriteAsync(LedgerTransaction transaction) => Bench.Outcomes.WriteAsync(transaction, CancellationToken.None);
}
