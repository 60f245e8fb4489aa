using Feedback.Aws.DynamoDb;
using Feedback.Outcomes;
using Feedback.Reputation;
using static Feedback.Tests.Aws.DynamoDb.Samples;

namespace Feedback.Tests.Aws.DynamoDb;

[Collection(DatabaseCollection.Name)]
public sealed class CounterMergerTests(DatabaseFixture database) : IAsyncLifetime
{
    private static readonly ReputationEntity News = ReputationEntity.ConfigurationSet("news");
    private static readonly Tally One = new(5, 4, 3, 2, 1);

    private StoreBench _bench = null!;

    public async Task InitializeAsync() => _bench = await StoreBench.CreateAsync(database, "merging", retries: 0);

    public Task DisposeAsync()
    {
        _bench.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task ReadAsync_ClosedHourInSeveralShards_MergesThemIntoTheFirst()
    {
        await _bench.CountAsync(News, Noon, shard: 3, One, DomainClasses.Of("a.example"));
        await _bench.CountAsync(News, Noon.AddMinutes(15), shard: 7, One, DomainClasses.Of("b.example"));
        await _bench.CountAsync(News, Noon.AddMinutes(45), shard: 0, new Tally(-1, 0, 0, 0, 0));

        var before = await ReadAsync(News, Noon.AddHours(2));
        (await _bench.CounterKeysAsync()).ShouldBe(["set/news COUNT#2026-11-18T12#0"]);
        var after = await ReadAsync(News, Noon.AddHours(2));

        after.ShouldBe(before);
        after.ShouldBe([(Bucket.Of(Noon), One), (Bucket.Of(Noon.AddMinutes(15)), One), (Bucket.Of(Noon.AddMinutes(45)), new Tally(-1, 0, 0, 0, 0))]);
        (await _bench.Counters.MailsSeveralDomainsAsync(News, Noon, CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public async Task ReadAsync_HourThatEndedLessThanAnHourAgo_LeavesItsShards()
    {
        await _bench.CountAsync(News, Noon, shard: 0, One);
        await _bench.CountAsync(News, Noon, shard: 1, One);

        await ReadAsync(News, Noon.AddHours(2).AddTicks(-1));

        (await _bench.CounterKeysAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task ReadAsync_AccountInSeveralPartitions_MergesThemIntoTheFirst()
    {
        foreach (var shard in new[] { 1, 15, 16, 63 })
        {
            await _bench.CountAsync(ReputationEntity.Account, Noon, shard, One);
        }

        (await _bench.CounterKeysAsync()).ShouldBe(
        [
            "account/00 COUNT#2026-11-18T12#16",
            "account/01 COUNT#2026-11-18T12#1",
            "account/15 COUNT#2026-11-18T12#15",
            "account/15 COUNT#2026-11-18T12#63",
        ]);
        await ReadAsync(ReputationEntity.Account, Noon.AddHours(2));

        (await _bench.CounterKeysAsync()).ShouldBe(["account/00 COUNT#2026-11-18T12#0"]);
        (await _bench.SumAsync(ReputationEntity.Account)).ShouldBe(new Tally(20, 16, 12, 8, 4));
    }

    [Fact]
    public async Task ReadAsync_ManyHoursToMerge_MergesAFewAtATime()
    {
        for (var hour = 0; hour < CounterMerger.HoursAtOnce + 1; hour++)
        {
            await _bench.CountAsync(News, Noon.AddHours(hour), shard: 0, One);
            await _bench.CountAsync(News, Noon.AddHours(hour), shard: 1, One);
        }

        await ReadAsync(News, Noon.AddHours(20));
        (await _bench.CounterKeysAsync()).Count.ShouldBe(CounterMerger.HoursAtOnce + 2);
        await ReadAsync(News, Noon.AddHours(20));
        (await _bench.CounterKeysAsync()).Count.ShouldBe(CounterMerger.HoursAtOnce + 1);
    }

    [Fact]
    public async Task ReadAsync_ShardCountedInDuringTheMerge_KeepsBoth()
    {
        await _bench.CountAsync(News, Noon, shard: 0, One);
        await _bench.CountAsync(News, Noon, shard: 1, One);
        await DuringMergeAsync(() => _bench.CountAsync(News, Noon, shard: 1, One));

        (await _bench.CounterKeysAsync()).Count.ShouldBe(2); // the merge was given up
        (await _bench.SumAsync(News)).ShouldBe(new Tally(15, 12, 9, 6, 3));
    }

    [Fact]
    public async Task ReadAsync_MergedByAnotherProcessAndCountedAnewMeanwhile_CountsEachOnce()
    {
        await _bench.CountAsync(News, Noon, shard: 0, One);
        await _bench.CountAsync(News, Noon, shard: 1, One);
        await DuringMergeAsync(async () =>
        {
            await ReadAsync(News, Noon.AddHours(2));
            await _bench.CountAsync(News, Noon, shard: 1, new Tally(1, 1, 0, 0, 0));
        });

        (await _bench.SumAsync(News)).ShouldBe(new Tally(11, 9, 6, 4, 2));
    }

    [Fact]
    public async Task ReadAsync_AnswerOfTheMergeLost_CountsOnce()
    {
        await _bench.CountAsync(News, Noon, shard: 0, One);
        await _bench.CountAsync(News, Noon, shard: 1, One);
        _bench.Wire.LoseAnswer("TransactWriteItems");

        await Should.ThrowAsync<Exception>(() => ReadAsync(News, Noon.AddHours(2)));

        (await ReadAsync(News, Noon.AddHours(2))).ShouldHaveSingleItem().Tally.ShouldBe(new Tally(10, 8, 6, 4, 2));
        (await _bench.CounterKeysAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task ReadAsync_MergeRefused_StillReads()
    {
        await _bench.CountAsync(News, Noon, shard: 0, One);
        await _bench.CountAsync(News, Noon, shard: 1, One);
        _bench.Wire.Answer("TransactWriteItems", DynamoErrors.Of("com.amazonaws.dynamodb.v20120810#AccessDeniedException"));

        (await ReadAsync(News, Noon.AddHours(2))).ShouldHaveSingleItem().Tally.Attempts.ShouldBe(10);
    }

    [Fact]
    public async Task ReadAsync_WritersAndMergersAtOnce_LoseAndDoubleNothing()
    {
        const int Writes = 60;
        var writers = Enumerable.Range(0, 6).Select(seed => Task.Run(async () =>
        {
            var random = new Random(seed);
            for (var i = 0; i < Writes; i++)
            {
                await _bench.CountAsync(News, Noon.AddMinutes(random.Next(180)), random.Next(4), One);
            }
        })).ToList();
        var mergers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (!writers.TrueForAll(writer => writer.IsCompleted))
            {
                await ReadAsync(News, Noon.AddHours(20));
            }
        })).ToList();

        await Task.WhenAll([.. writers, .. mergers]);

        var expected = Enumerable.Repeat(One, 6 * Writes).Aggregate((sum, tally) => sum + tally);
        (await _bench.SumAsync(News)).ShouldBe(expected);
        await ReadAsync(News, Noon.AddHours(20));
        (await _bench.CounterKeysAsync()).Count.ShouldBe(3);
        (await _bench.SumAsync(News)).ShouldBe(expected);
    }

    /// <summary>Reads and merges, and lets something happen between the merge's read and its write.</summary>
    private async Task DuringMergeAsync(Func<Task> happens)
    {
        _bench.Wire.Disturb("TransactWriteItems", async (_, send) =>
        {
            await happens();
            return await send();
        });
        await ReadAsync(News, Noon.AddHours(2));
    }

    private Task<IReadOnlyList<(Bucket Bucket, Tally Tally)>> ReadAsync(ReputationEntity entity, DateTimeOffset now) =>
        new CounterStore(_bench.Dynamo, _bench.Settings, _bench.Layout, _bench.NewMerger(new ManualClock(now)))
            .ReadAsync(entity, Noon.AddDays(-1), CancellationToken.None);
}
