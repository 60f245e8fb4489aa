using Feedback.Aws.DynamoDb;
using Feedback.Deciding;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Aws.DynamoDb;

[Collection(DatabaseCollection.Name)]
public sealed class WorkStoreTests(DatabaseFixture database) : IAsyncLifetime
{
    private static readonly ReputationEntity News = ReputationEntity.ConfigurationSet("news");

    private readonly TestClock _clock = new(World.Noon);
    private StoreBench _bench = null!;
    private WorkStore _work = null!;

    public async Task InitializeAsync()
    {
        _bench = await StoreBench.CreateAsync(database, "work", retries: 1);
        _work = new WorkStore(_bench.Dynamo, _bench.Settings, _clock);
    }

    public Task DisposeAsync()
    {
        _bench.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task MarkAsync_NeverCompleted_IsDueWhenTheLeaseEnds()
    {
        await MarkAsync();
        _clock.Advance(EntityState.Lease - TimeSpan.FromTicks(1));
        (await DueAsync()).ShouldBeEmpty();

        _clock.Advance(TimeSpan.FromTicks(1));

        (await DueAsync()).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            item => item.Entity.ShouldBe(News),
            item => item.IsMarked(_clock.Now).ShouldBeFalse());
    }

    [Fact]
    public async Task MarkAsync_AgainAndAgain_DoesNotPutOffWhatTheFirstLeftUndone()
    {
        await MarkAsync();
        _clock.Advance(TimeSpan.FromSeconds(40));
        await MarkAsync();
        _clock.Advance(TimeSpan.FromSeconds(30));

        (await DueAsync()).ShouldHaveSingleItem().IsMarked(_clock.Now).ShouldBeTrue();
    }

    [Fact]
    public async Task MarkAsync_DueLater_IsDueWhenTheLeaseEnds()
    {
        await _work.CompleteAsync(await MarkAsync(), World.Noon + TimeSpan.FromDays(3), CancellationToken.None);
        await MarkAsync();
        _clock.Advance(EntityState.Lease);

        (await DueAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task CompleteAsync_WithoutMoreToDo_RemovesTheItem()
    {
        await _work.CompleteAsync(await MarkAsync(), nextDueAt: null, CancellationToken.None);
        _clock.Advance(TimeSpan.FromDays(1));

        (await DueAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task CompleteAsync_WithANextTime_IsDueThen()
    {
        await _work.CompleteAsync(await MarkAsync(), World.Noon + TimeSpan.FromMinutes(15), CancellationToken.None);
        _clock.Advance(TimeSpan.FromMinutes(14));
        (await DueAsync()).ShouldBeEmpty();

        _clock.Advance(TimeSpan.FromMinutes(1));

        (await DueAsync()).ShouldHaveSingleItem().DueAt.ShouldBe(World.Noon + TimeSpan.FromMinutes(15));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CompleteAsync_MarkedAgainSince_LeavesTheItemToThatProcess(bool next)
    {
        var first = await MarkAsync();
        await MarkAsync();

        await _work.CompleteAsync(first, next ? World.Noon + TimeSpan.FromDays(1) : null, CancellationToken.None);

        _clock.Advance(EntityState.Lease);
        (await DueAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task AddMissingAsync_ListedAlready_LeavesTheItemAsItIs()
    {
        await MarkAsync();
        await _work.AddMissingAsync([News, ReputationEntity.ConfigurationSet("other")], CancellationToken.None);

        (await DueAsync()).ShouldHaveSingleItem().Entity.Name.ShouldBe("other");
    }

    [Fact]
    public async Task DueAsync_ManyItems_AreReadWithOneQueryAPartitionAndComeOldestFirst()
    {
        for (var i = 0; i < 40; i++)
        {
            await _work.AddMissingAsync([ReputationEntity.ConfigurationSet($"set-{i}")], CancellationToken.None);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        var before = _bench.Wire.Operations.Count(operation => operation == "Query");
        (await DueAsync()).Select(item => item.Entity.Name).ShouldBe(Enumerable.Range(0, 40).Select(i => $"set-{i}"));

        (_bench.Wire.Operations.Count(operation => operation == "Query") - before).ShouldBe(ReputationKeys.Slots);
    }

    private async Task<WorkItem> MarkAsync() => (await _work.MarkAsync([News], CancellationToken.None))[0];

    private Task<IReadOnlyList<WorkItem>> DueAsync() => _work.DueAsync(CancellationToken.None);
}
