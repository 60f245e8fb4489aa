using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Deciding;
using Feedback.Notifications;
using Feedback.Reputation;
using static Feedback.Tests.Aws.DynamoDb.Samples;

namespace Feedback.Tests.Aws.DynamoDb;

public sealed class StateStoreTests(DatabaseFixture database) : StoreTest(database, "states", retries: 1)
{
    [Fact]
    public async Task GetAsync_NoState_IsANewOneAtVersionZero() =>
        (await GetAsync()).ShouldSay(EntityState.New(News));

    [Fact]
    public async Task TryMoveAsync_FirstAndSecondVersion_AreWritten()
    {
        (await MoveAsync(State(1))).ShouldBeTrue();
        (await MoveAsync(State(2) with { Level = Level.Warning })).ShouldBeTrue();

        (await GetAsync()).ShouldSay(State(2) with { Level = Level.Warning });
    }

    [Theory]
    [InlineData(1)] // another process wrote the same version
    [InlineData(3)] // skips one
    public async Task TryMoveAsync_NotTheNextVersion_WritesNothing(long version)
    {
        await MoveAsync(State(1));

        (await MoveAsync(State(version) with { Level = Level.Critical }, Entry(version))).ShouldBeFalse();

        (await GetAsync()).ShouldSay(State(1));
        (await HistoryAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task TryMoveAsync_SecondVersionOfNone_IsRefused() => (await MoveAsync(State(2))).ShouldBeFalse();

    [Fact]
    public async Task TryMoveAsync_EightAtOnce_OneWins()
    {
        var won = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(
            () => MoveAsync(State(1) with { Finding = $"{i}" }, Entry(1) with { Actor = Actor.Operator($"{i}") }))));

        won.Count(w => w).ShouldBe(1);
        var winner = $"{Array.IndexOf(won, value: true)}";
        (await GetAsync()).Finding.ShouldBe(winner);
        (await HistoryAsync()).ShouldHaveSingleItem().Actor.Name.ShouldBe(winner);
    }

    [Fact]
    public async Task TryMoveAsync_WithHistory_IsOneTransaction()
    {
        await MoveAsync(State(1), Entry(1));

        Bench.Wire.Requests.ShouldHaveSingleItem().Json["TransactItems"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task TryMoveAsync_ConflictsAndThrottling_AreTriedAgain()
    {
        Bench.Wire.Answer("TransactWriteItems", DynamoErrors.Cancelled(DynamoErrors.Conflict, "None"), times: 3);
        Bench.Wire.Answer("TransactWriteItems", DynamoErrors.Cancelled("ThrottlingError", "None"));

        (await MoveAsync(State(1), Entry(1))).ShouldBeTrue();

        Bench.Wire.Operations.Count.ShouldBe(5);
    }

    [Fact]
    public async Task TryMoveAsync_ConflictAndAnotherWriterFirst_IsFalse()
    {
        Bench.Wire.Disturb("TransactWriteItems", async (_, _) =>
        {
            await MoveAsync(State(1) with { Level = Level.Warning });
            return Wire.Reply(System.Net.HttpStatusCode.BadRequest, DynamoErrors.Cancelled(DynamoErrors.Conflict));
        });

        (await MoveAsync(State(1))).ShouldBeFalse();

        (await GetAsync()).Level.ShouldBe(Level.Warning);
    }

    [Fact]
    public async Task TryMoveAsync_AnswerLost_SendsTheSameTokenAgain()
    {
        Bench.Wire.LoseAnswer("TransactWriteItems");

        await MoveAsync(State(1), Entry(1));

        var tokens = Bench.Wire.Requests.Select(request => request.Json["ClientRequestToken"]!.GetValue<string>()).ToList();
        tokens.Count.ShouldBe(2);
        tokens.Distinct().Count().ShouldBe(1); // so DynamoDB answers the second as it would have answered the first
        (await GetAsync()).ShouldSay(State(1));
        (await HistoryAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task TryMoveAsync_AnswerLost_IsStillAWin()
    {
        Bench.Wire.LoseAnswer("TransactWriteItems");

        (await MoveAsync(State(1), Entry(1))).ShouldBeTrue();
    }

    [Fact]
    public async Task TryMoveAsync_ConflictsUntilCancelled_GivesUp()
    {
        Bench.Wire.Answer("TransactWriteItems", DynamoErrors.Cancelled(DynamoErrors.Conflict, "None"), times: 1_000);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Should.ThrowAsync<OperationCanceledException>(() => Bench.States.TryMoveAsync(State(1), history: null, patience.Token));
    }

    [Fact]
    public async Task AllAsync_StatesCountersAndHistory_AreTheStates()
    {
        await MoveAsync(State(1), Entry(1));
        var account = EntityState.New(ReputationEntity.Account) with { Version = 1 };
        await MoveAsync(account);
        await Bench.NewRecorder().RecordAsync([Observe(Evidence.Delivered)], CancellationToken.None);

        var all = (await Bench.States.AllAsync(CancellationToken.None)).OrderBy(state => state.Entity.Key).ToList();
        all.Count.ShouldBe(2);
        all[0].ShouldSay(account);
        all[1].ShouldSay(State(1));
    }

    [Fact]
    public async Task FindAsync_SomeStatesExist_ReturnsThose()
    {
        await MoveAsync(State(1));
        var many = Enumerable.Range(0, 150).Select(i => ReputationEntity.ConfigurationSet($"set-{i}"));

        (await Bench.States.FindAsync([.. many, News, News], CancellationToken.None)).ShouldHaveSingleItem().ShouldSay(State(1));
    }

    [Fact]
    public async Task FindAndAllAsync_OneItemCannotBeRead_ReturnTheOthers()
    {
        await MoveAsync(State(1));
        var broken = State(1) with { Entity = ReputationEntity.ConfigurationSet("broken") };
        var item = StateItem.Of(broken);
        item["Level"] = new AttributeValue { S = "Elevated" };
        await Bench.Dynamo.PutItemAsync(new PutItemRequest { TableName = Bench.Settings.ReputationTable, Item = item });

        (await Bench.States.AllAsync(CancellationToken.None)).ShouldHaveSingleItem().ShouldSay(State(1));
        (await Bench.States.FindAsync([News, broken.Entity], CancellationToken.None)).ShouldHaveSingleItem().ShouldSay(State(1));
    }

    /// <summary>The SDK gives up after its retries; the store tries again, and finds its own write.</summary>
    [Fact]
    public async Task TryMoveAsync_WrittenButReportedAsAConflict_IsAWin()
    {
        Bench.Wire.Disturb("TransactWriteItems", async (_, send) =>
        {
            (await send()).Dispose();
            return Wire.Reply(System.Net.HttpStatusCode.BadRequest, DynamoErrors.Cancelled(DynamoErrors.Conflict, "None"));
        });

        (await MoveAsync(State(1), Entry(1))).ShouldBeTrue();

        (await HistoryAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task HistoryAsync_ManyEntries_AreTheNewestFirst()
    {
        for (var version = 1; version <= 12; version++)
        {
            // Two in one instant: the version tells them apart.
            await MoveAsync(State(version), Entry(version) with { At = Noon.AddMinutes(version / 2) });
        }

        (await HistoryAsync(limit: 3)).Select(entry => entry.Version).ShouldBe([12, 11, 10]);
        (await HistoryAsync()).Select(entry => entry.Version).ShouldBe(Enumerable.Range(1, 12).Reverse().Select(version => (long)version));
    }

    private static EntityState State(long version) => EntityState.New(News) with { Version = version };

    private static HistoryEntry Entry(long version) => new(News, Noon, version, "Paused", "Critical", "Paused", Actor.Feedback, string.Empty);

    private Task<bool> MoveAsync(EntityState next, HistoryEntry? history = null) => Bench.States.TryMoveAsync(next, history, CancellationToken.None);

    private Task<EntityState> GetAsync() => Bench.States.GetAsync(News, CancellationToken.None);

    private Task<IReadOnlyList<HistoryEntry>> HistoryAsync(int limit = 100) => Bench.States.HistoryAsync(News, limit, CancellationToken.None);
}
