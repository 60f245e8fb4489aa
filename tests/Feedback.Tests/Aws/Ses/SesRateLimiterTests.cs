using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Aws.Ses;
using Feedback.Tests.Aws.DynamoDb;

namespace Feedback.Tests.Aws.Ses;

public sealed class SesRateLimiterTests(DatabaseFixture database) : StoreTest(database, "pace", retries: 0)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan JustBefore = Interval - TimeSpan.FromTicks(1);

    private const string Put = "PutConfigurationSetSendingOptions";

    private readonly TestClock _clock = new(Samples.Noon);

    [Fact]
    public async Task WaitAsync_FirstCall_GoesAtOnce() => await WaitAsync();

    [Fact]
    public async Task WaitAsync_OneAfterTheOther_GoInTheirOrderASecondApart()
    {
        await WaitAsync();
        var second = WaitAsync();
        await _clock.WaitingAsync(1);
        var third = WaitAsync();
        await _clock.WaitingAsync(2);

        _clock.Advance(JustBefore);
        (second.IsCompleted, third.IsCompleted).ShouldBe((false, false));
        _clock.Advance(TimeSpan.FromTicks(1));
        await second;
        _clock.Advance(JustBefore);
        third.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromTicks(1));
        await third;
    }

    [Fact]
    public async Task WaitAsync_AnotherOperation_HasTurnsOfItsOwn()
    {
        await WaitAsync();
        await WaitAsync("GetConfigurationSet");
    }

    [Fact]
    public async Task WaitAsync_ASecondLater_GoesAtOnce()
    {
        await WaitAsync();
        _clock.Advance(Interval);

        await WaitAsync();
    }

    [Fact]
    public async Task WaitAsync_EightProcessesAtOnce_GoOneASecond()
    {
        var waits = Enumerable.Range(0, 8).Select(_ => Task.Run(() => WaitAsync())).ToList();

        for (var waiting = 7; waiting > 0; waiting--)
        {
            await _clock.WaitingAsync(waiting); // the others have gone
            _clock.Advance(JustBefore);
            await _clock.WaitingAsync(waiting);
            _clock.Advance(TimeSpan.FromTicks(1));
        }

        await Task.WhenAll(waits);
    }

    [Fact]
    public async Task WaitAsync_SlotFarAhead_IsIgnoredAsASkewedClock()
    {
        await LeaveTurnAsync(Samples.Noon + SesRateLimiter.Furthest);

        await WaitAsync();
    }

    [Fact]
    public async Task WaitAsync_TurnNearlyTooFarOff_IsWaitedFor()
    {
        await LeaveTurnAsync(Samples.Noon + SesRateLimiter.Furthest - TimeSpan.FromTicks(1));

        var wait = WaitAsync();
        await _clock.WaitingAsync(1);

        wait.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task WaitAsync_CancelledWhileItWaits_IsCancelled()
    {
        await WaitAsync();
        using var patience = new CancellationTokenSource();
        var wait = RateLimiter().WaitAsync(Put, patience.Token);
        await _clock.WaitingAsync(1);

        await patience.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => wait);
    }

    [Theory]
    [InlineData("com.amazon.coral.availability#ThrottlingException")]
    [InlineData("com.amazonaws.dynamodb.v20120810#TransactionConflictException")]
    [InlineData("com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException")]
    public async Task WaitAsync_TurnNotToBeHad_TriesForTheNext(string type)
    {
        Bench.Wire.Answer("PutItem", DynamoErrors.Of(type));

        await WaitAsync();

        Bench.Wire.Operations.ShouldBe(["GetItem", "PutItem", "GetItem", "PutItem"]);
    }

    [Fact]
    public async Task TryWaitAsync_SlotFurtherAheadThanAllowed_IsLeftToOthers()
    {
        await WaitAsync();

        (await RateLimiter().TryWaitAsync(Put, JustBefore, CancellationToken.None)).ShouldBeFalse();

        _clock.Advance(Interval);
        (await RateLimiter().TryWaitAsync(Put, TimeSpan.Zero, CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public async Task WaitAsync_LongQueue_IsWaitedForWithoutASlot()
    {
        await LeaveTurnAsync(Samples.Noon + SesRateLimiter.Reach + Interval);
        Bench.Wire.Forget();

        var wait = WaitAsync();
        await _clock.WaitingAsync(1);
        Bench.Wire.Operations.ShouldBe(["GetItem"]);

        _clock.Advance(SesRateLimiter.Reach);
        await _clock.WaitingAsync(1);
        Bench.Wire.Operations.ShouldBe(["GetItem", "GetItem", "PutItem"]);
        _clock.Advance(Interval);
        await wait;
    }

    private Task LeaveTurnAsync(DateTimeOffset at)
    {
        var item = ReputationKeys.SesRateLimit(Put);
        item["NextAt"] = Attributes.Of(at);
        return Bench.Dynamo.PutItemAsync(new PutItemRequest { TableName = Bench.Settings.ReputationTable, Item = item });
    }

    private Task WaitAsync(string operation = Put) => RateLimiter().WaitAsync(operation, CancellationToken.None);

    private SesRateLimiter RateLimiter() => new(Bench.Dynamo, Bench.Settings, _clock);
}
