using Feedback.Aws.DynamoDb;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Aws.DynamoDb;

[Collection(DatabaseCollection.Name)]
public sealed class BothFormatsLogTests(DatabaseFixture database) : IAsyncLifetime
{
    private readonly TestClock _clock = new(World.Noon);
    private StoreBench _bench = null!;
    private BothFormatsLog _log = null!;

    public async Task InitializeAsync()
    {
        _bench = await StoreBench.CreateAsync(database, "formats", retries: 1);
        _log = new BothFormatsLog(_bench.Dynamo, _bench.Settings, _clock);
    }

    public Task DisposeAsync()
    {
        _bench.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task ReadAsync_SetsThatWereAdded_ReturnsEachForADay()
    {
        var theirs = ReputationEntity.ConfigurationSet("news", new MemberAccount("210987654321", "eu-west-1"));
        await AddAsync(World.Set);
        await AddAsync(theirs);
        _clock.Advance(TimeSpan.FromHours(1));
        await AddAsync(World.Set);

        (await ReadAsync()).ShouldBe([World.Set, theirs], ignoreOrder: true);
        _clock.Advance(BothFormatsLog.KeptFor - TimeSpan.FromHours(1));
        (await ReadAsync()).ShouldBe([World.Set]);
        _clock.Advance(TimeSpan.FromHours(1));
        (await ReadAsync()).ShouldBeEmpty();
    }

    private Task AddAsync(ReputationEntity set) => _log.AddAsync(set, CancellationToken.None);

    private Task<IReadOnlyList<ReputationEntity>> ReadAsync() => _log.ReadAsync(CancellationToken.None);
}
