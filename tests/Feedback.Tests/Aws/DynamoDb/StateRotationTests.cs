using Feedback.Aws.DynamoDb;
using Feedback.Deciding;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Aws.DynamoDb;

[Collection(DatabaseCollection.Name)]
public sealed class StateRotationTests(DatabaseFixture database) : IAsyncLifetime
{
    private readonly TestClock _clock = new(World.Noon);
    private StoreBench _bench = null!;

    public async Task InitializeAsync()
    {
        _bench = await StoreBench.CreateAsync(database, "rotation", retries: 1);
        for (var i = 0; i < 25; i++)
        {
            var state = EntityState.New(ReputationEntity.ConfigurationSet($"set-{i}")) with { Version = 1 };
            await _bench.States.TryMoveAsync(state, history: null, CancellationToken.None);
        }
    }

    public Task DisposeAsync()
    {
        _bench.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task NextAsync_EachTimeByAnotherProcess_GoesRoundAllStates()
    {
        var seen = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var page = await NextAsync("round", 10, TimeSpan.Zero);
            page.Count.ShouldBeLessThanOrEqualTo(10);
            seen.AddRange(page.Select(state => state.Entity.Name));
        }

        seen.Count.ShouldBe(25);
        seen.Distinct().Count().ShouldBe(25);
        (await NextAsync("round", 10, TimeSpan.Zero)).Count.ShouldBe(10); // the next round
    }

    [Fact]
    public async Task NextAsync_TheRoundEndedEarly_WaitsUntilItsTime()
    {
        (await NextAsync("round", 100, TimeSpan.FromHours(1))).Count.ShouldBe(25);
        _clock.Advance(TimeSpan.FromMinutes(59));
        (await NextAsync("round", 100, TimeSpan.FromHours(1))).ShouldBeEmpty();

        _clock.Advance(TimeSpan.FromMinutes(1));

        (await NextAsync("round", 100, TimeSpan.FromHours(1))).Count.ShouldBe(25);
    }

    [Fact]
    public async Task NextAsync_TwoRounds_HaveAPlaceOfTheirOwn()
    {
        var first = await NextAsync("one", 10, TimeSpan.Zero);

        (await NextAsync("other", 10, TimeSpan.Zero)).Select(state => state.Entity).ShouldBe(first.Select(state => state.Entity));
    }

    private Task<IReadOnlyList<EntityState>> NextAsync(string round, int limit, TimeSpan atLeast) =>
        new StateRotation(_bench.Dynamo, _bench.States, _bench.Settings, _clock).NextAsync(round, limit, atLeast, CancellationToken.None);
}
