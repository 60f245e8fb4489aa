using Feedback.Aws.DynamoDb;
using Feedback.Outcomes;
using Feedback.Reputation;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Aws.DynamoDb.Samples;

namespace Feedback.Tests.Aws.DynamoDb;

public sealed class CounterMergerTests(DatabaseFixture database) : StoreTest(database, "merging", retries: 0)
{
    private static readonly Tally One = new(5, 4, 3, 2, 1);

    [Fact]
    public async Task ReadAsync_ClosedHourInSeveralShards_MergesThemIntoTheFirst()
    {
        await Bench.CountAsync(News, Noon, shard: 3, One, DomainClasses.Of("a.example"));
        await Bench.CountAsync(News, Noon.AddMinutes(15), shard: 7, One, DomainClasses.Of("b.example"));
        await Bench.CountAsync(News, Noon.AddMinutes(45), shard: 0, new Tally(-1, 0, 0, 0, 0));

        var before = await ReadAsync(News, Noon.AddHours(2));
        (await Bench.CounterKeysAsync()).ShouldBe(["set/news COUNT#2026-11-18T12#0"]);
        var after = await ReadAsync(News, Noon.AddHours(2));

        after.ShouldBe(before);
        after.ShouldBe([(Bucket.Of(Noon), One), (Bucket.Of(Noon.AddMinutes(15)), One), (Bucket.Of(Noon.AddMinutes(45)), new Tally(-1, 0, 0, 0, 0))]);
        (await Bench.Counters.MailsSeveralDomainsAsync(News, Noon, CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public async Task ReadAsync_HourThatEndedLessThanAnHourAgo_LeavesItsShards()
    {
        await Bench.CountAsync(News, Noon, shard: 0, One);
        await Bench.CountAsync(News, Noon, shard: 1, One);

        await ReadAsync(News, Noon.AddHours(2).AddTicks(-1));

        (await Bench.CounterKeysAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task ReadAsync_AccountInSeveralPartitions_MergesThemIntoTheFirst()
    {
        foreach (var shard in new[] { 1, 15, 16, 63 })
        {
            await Bench.CountAsync(ReputationEntity.Account, Noon, shard, One);
        }

        (await Bench.CounterKeysAsync()).ShouldBe(
        [
            "account/00 COUNT#2026-11-18T12#16",
            "account/01 COUNT#2026-11-18T12#1",
            "account/15 COUNT#2026-11-18T12#15",
            "account/15 COUNT#2026-11-18T12#63",
        ]);
        await ReadAsync(ReputationEntity.Account, Noon.AddHours(2));

        (await Bench.CounterKeysAsync()).ShouldBe(["account/00 COUNT#2026-11-18T12#0"]);
        (await Bench.SumAsync(ReputationEntity.Account)).ShouldBe(new Tally(20, 16, 12, 8, 4));
    }

    [Fact]
    public async Task ReadAsync_ManyHoursToMerge_MergesAFewAtATime()
    {
        for (var hour = 0; hour < CounterMerger.HoursAtOnce + 1; hour++)
        {
            await Bench.CountAsync(News, Noon.AddHours(hour), shard: 0, One);
            await Bench.CountAsync(News, Noon.AddHours(hour), shard: 1, One);
        }

        await ReadAsync(News, Noon.AddHours(20));
        (await Bench.CounterKeysAsync()).Count.ShouldBe(CounterMerger.HoursAtOnce + 2);
        await ReadAsync(News, Noon.AddHours(20));
        (await Bench.CounterKeysAsync()).Count.ShouldBe(CounterMerger.HoursAtOnce + 1);
    }

    [Fact]
    public async Task ReadAsync_ShardCountedInDuringTheMerge_KeepsBoth()
    {
        await Bench.CountAsync(News, Noon, shard: 0, One);
        await Bench.CountAsync(News, Noon, shard: 1, One);
        await DuringMergeAsync(() => Bench.CountAsync(News, Noon, shard: 1, One));

        (await Bench.CounterKeysAsync()).Count.ShouldBe(2); // the merge was given up
        (await Bench.SumAsync(News)).ShouldBe(new Tally(15, 12, 9, 6, 3));
    }

    [Fact]
    public async Task ReadAsync_MergedByAnotherProcessAndCountedAnewMeanwhile_CountsEachOnce()
    {
        await Bench.CountAsync(News, Noon, shard: 0, One);
        await Bench.CountAsync(News, Noon, shard: 1, One);
        await DuringMergeAsync(async () =>
        {
            await ReadAsync(News, Noon.AddHours(2));
            await Bench.CountAsync(News, Noon, shard: 1, new Tally(1, 1, 0, 0, 0));
        });

        (await Bench.SumAsync(News)).ShouldBe(new Tally(11, 9, 6, 4, 2));
    }

    [Fact]
    public async Task ReadAsync_AnswerOfTheMergeLost_CountsOnce()
    {
        await Bench.CountAsync(News, Noon, shard: 0, One);
        await Bench.CountAsync(News, Noon, shard: 1, One);
        Bench.Wire.LoseAnswer("TransactWriteItems");

        await Should.ThrowAsync<Exception>(() => ReadAsync(News, Noon.AddHours(2)));

        (await ReadAsync(News, Noon.AddHours(2))).ShouldHaveSingleItem().Tally.ShouldBe(new Tally(10, 8, 6, 4, 2));
        (await Bench.CounterKeysAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task ReadAsync_MergeRefused_StillReads()
    {
        await Bench.CountAsync(News, Noon, shard: 0, One);
        await Bench.CountAsync(News, Noon, shard: 1, One);
        Bench.Wire.Answer("TransactWriteItems", DynamoErrors.Of("com.amazonaws.dynamodb.v20120810#AccessDeniedException"));

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
                await Bench.CountAsync(News, Noon.AddMinutes(random.Next(180)), random.Next(4), One);
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
        (await Bench.SumAsync(News)).ShouldBe(expected);
        await ReadAsync(News, Noon.AddHours(20));
        (await Bench.CounterKeysAsync()).Count.ShouldBe(3);
        (await Bench.SumAsync(News)).ShouldBe(expected);
    }

    /// <summary>Reads and merges, and lets something happen between the merge's read and its write.</summary>
    private async Task DuringMergeAsync(Func<Task> happens)
    {
        Bench.Wire.Disturb("TransactWriteItems", async (_, send) =>
        {
            await happens();
            return await send();
        });
        await ReadAsync(News, Noon.AddHours(2));
    }

    private Task<IReadOnlyList<(Bucket Bucket, Tally Tally)>> ReadAsync(ReputationEntity entity, DateTimeOffset now) =>
        new CounterStore(Bench.Dynamo, Bench.Settings, Bench.Layout, Bench.NewMerger(new TestClock(now)))
            .ReadAsync(entity, Noon.AddDays(-1), CancellationToken.None);
}
