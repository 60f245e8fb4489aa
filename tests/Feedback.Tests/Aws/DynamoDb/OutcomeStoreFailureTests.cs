using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Recording;
using static Feedback.Tests.Aws.DynamoDb.Samples;

namespace Feedback.Tests.Aws.DynamoDb;

/// <summary>What becomes of a write that fails: what passes is tried again, what never passes is refused, and a busy counter moves to another shard.</summary>
public sealed class OutcomeStoreFailureTests(DatabaseFixture database) : StoreTest(database, "outcome-failures", retries: 0)
{
    [Theory]
    [InlineData("TransactionConflict")]
    [InlineData("ThrottlingError")]
    [InlineData("ProvisionedThroughputExceeded")]
    public async Task WriteAsync_CancelledForWhatPasses_IsBusy(string code)
    {
        Bench.Wire.Answer("TransactWriteItems", DynamoErrors.Cancelled("None", code, "None"));

        (await WriteAsync(TransactionOf(Observe(Evidence.Delivered)))).ShouldBeOfType<LedgerTransactionResult.Busy>();
    }

    [Theory]
    [InlineData("com.amazon.coral.availability#ThrottlingException")]
    [InlineData("com.amazonaws.dynamodb.v20120810#ThrottlingException")]
    [InlineData("com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException")]
    [InlineData("com.amazonaws.dynamodb.v20120810#RequestLimitExceeded")]
    [InlineData("com.amazonaws.dynamodb.v20120810#TransactionInProgressException")]
    public async Task WriteAsync_RefusedForWhatPasses_IsBusy(string type)
    {
        Bench.Wire.Answer("TransactWriteItems", DynamoErrors.Of(type));

        (await WriteAsync(TransactionOf(Observe(Evidence.Delivered)))).ShouldBeOfType<LedgerTransactionResult.Busy>();
    }

    [Fact]
    public async Task WriteAsync_ConflictBesideAFailedCondition_IsStale()
    {
        var delivery = Observe(Evidence.Delivered);
        Bench.Wire.Answer("TransactWriteItems", DynamoErrors.Cancelled("ConditionalCheckFailed", DynamoErrors.Conflict, "None"));

        var stale = (await WriteAsync(TransactionOf(delivery))).ShouldBeOfType<LedgerTransactionResult.Stale>();

        stale.Outcomes.Keys.ShouldBe([delivery.Key]);
    }

    [Fact]
    public async Task WriteAsync_CancelledForWhatNeverPasses_IsRefused()
    {
        Bench.Wire.Answer("TransactWriteItems", DynamoErrors.Cancelled("ValidationError", DynamoErrors.Conflict, "None"));

        (await WriteAsync(TransactionOf(Observe(Evidence.Delivered)))).ShouldBeOfType<LedgerTransactionResult.Refused>();
    }

    [Fact]
    public async Task WriteAsync_KeyThatDynamoDbDoesNotTake_IsRefused()
    {
        var nameless = Observe(Evidence.Delivered, message: string.Empty);

        (await WriteAsync(TransactionOf(nameless))).ShouldBeOfType<LedgerTransactionResult.Refused>();
    }

    [Fact]
    public async Task WriteAsync_CancelledForAnUnknownReason_Throws()
    {
        Bench.Wire.Answer("TransactWriteItems", DynamoErrors.Cancelled("SomethingNew", "None", "None"));

        await Should.ThrowAsync<TransactionCanceledException>(() => WriteAsync(TransactionOf(Observe(Evidence.Delivered))));
    }

    [Fact]
    public async Task WriteAsync_NoSuchTable_Throws()
    {
        var store = Bench.NewOutcomes(settings: Bench.Settings with { OutcomesTable = "nowhere" });

        await Should.ThrowAsync<AmazonDynamoDBException>(() => store.WriteAsync(TransactionOf(Observe(Evidence.Delivered)), CancellationToken.None));
    }

    [Fact]
    public async Task WriteAsync_CountersInConflictAgainAndAgain_TriesOtherShardsOfThatEntity()
    {
        Bench.Wire.Answer("TransactWriteItems", DynamoErrors.Cancelled("None", DynamoErrors.Conflict, "None"), times: 50);
        for (var i = 0; i < 50; i++)
        {
            await WriteAsync(TransactionOf(Observe(Evidence.Delivered)));
        }

        var shards = Bench.Wire.Requests.Select(Shards).ToList();

        shards[0].ShouldBe(["0", "0"]);
        shards.Select(used => used[0]).Distinct().Count().ShouldBeInRange(10, CounterShards.Most); // the set's counters were in the conflict
        shards.ShouldAllBe(used => used[1] == "0"); // the account's were not
    }

    [Fact]
    public async Task WriteAsync_OutcomeInConflict_StaysAtTheFirstShard()
    {
        Bench.Wire.Answer("TransactWriteItems", DynamoErrors.Cancelled(DynamoErrors.Conflict, "None", "None"), times: 5);
        for (var i = 0; i < 6; i++)
        {
            await WriteAsync(TransactionOf(Observe(Evidence.Delivered)));
        }

        Bench.Wire.Requests.SelectMany(Shards).Distinct().ShouldBe(["0"]);
    }

    private static List<string> Shards(WireRequest request) => request.Json["TransactItems"]!.AsArray()
        .Select(item => item!["Update"]?["Key"]?["Entry"]?["S"]?.GetValue<string>())
        .OfType<string>()
        .Select(entry => entry.Split('#')[^1])
        .ToList();

    private Task<LedgerTransactionResult> WriteAsync(LedgerTransaction transaction) => Bench.Outcomes.WriteAsync(transaction, CancellationToken.None);
}
