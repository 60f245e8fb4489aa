using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Deciding;
using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Recording;
using Feedback.Reputation;
using static Feedback.Tests.Aws.DynamoDb.Samples;

namespace Feedback.Tests.Aws.DynamoDb;

public sealed class CounterStoreTests(DatabaseFixture database) : StoreTest(database, "counters")
{
    [Fact]
    public async Task ReadAsync_NothingCounted_IsEmpty() => (await ReadAsync(Noon)).ShouldBeEmpty();

    [Fact]
    public async Task ReadAsync_SeveralShardsCountedIn_SumsThem()
    {
        for (var shard = 0; shard < 8; shard++)
        {
            await Bench.CountAsync(News, Noon, shard, new Tally(10, 5, 3, 2, 1));
            await Bench.CountAsync(News, Noon, shard, new Tally(1, 0, 0, 1, 0));
        }

        (await ReadAsync(Noon)).ShouldHaveSingleItem()
            .ShouldBe((Bucket.Of(Noon), new Tally(88, 40, 24, 24, 8)));
    }

    [Fact]
    public async Task ReadAsync_ProblemsOfSending_SumsThemToo()
    {
        var one = new Tally(2, 1, 1, 0, 0) { Problems = new SendingProblems(1, 2, 3) };
        await Bench.CountAsync(News, Noon, shard: 0, one);
        await Bench.CountAsync(News, Noon, shard: 1, one);

        (await ReadAsync(Noon)).ShouldHaveSingleItem().Tally.ShouldBe(one + one);
    }

    [Fact]
    public async Task ReadAsync_WholeHour_IsOneItemWithFourBuckets()
    {
        for (var quarter = 0; quarter < 4; quarter++)
        {
            await Bench.CountAsync(News, Noon.AddMinutes(15 * quarter), shard: 0, new Tally(quarter + 1, 0, 0, 0, 0));
        }

        (await Bench.CounterKeysAsync()).ShouldBe(["set/news COUNT#2026-11-18T12#0"]);
        (await ReadAsync(Noon)).Select(counter => (counter.Bucket.Start.Minute, counter.Tally.Attempts)).ShouldBe([(0, 1), (15, 2), (30, 3), (45, 4)]);
    }

    [Theory]
    [InlineData("a.example", "a.example", false)]
    [InlineData("a.example", "b.example", true)]
    public async Task MailsSeveralDomainsAsync_MailToTwoRecipients_SaysWhetherTheirDomainsDiffer(string one, string other, bool several)
    {
        await Bench.CountAsync(News, Noon, shard: 0, new Tally(1, 1, 0, 0, 0), DomainClasses.Of(one));
        await Bench.CountAsync(News, Noon.AddHours(1), shard: 0, new Tally(1, 1, 0, 0, 0), DomainClasses.Of(other));

        (await Bench.Counters.MailsSeveralDomainsAsync(News, Noon, CancellationToken.None)).ShouldBe(several);
        (await Bench.Counters.MailsSeveralDomainsAsync(News, Noon.AddHours(1), CancellationToken.None)).ShouldBeFalse();
    }

    [Fact]
    public async Task ReadAsync_From_IsTheFirstBucketOfTheRange()
    {
        foreach (var minutes in new[] { -30, -15, 0, 15, 10_000 })
        {
            await Bench.CountAsync(News, Noon.AddMinutes(minutes), shard: 0, new Tally(1, 1, 0, 0, 0));
        }

        var buckets = await ReadAsync(Noon);

        buckets.Select(b => b.Bucket.Start).ShouldBe([Noon, Noon.AddMinutes(15), Bucket.Of(Noon.AddMinutes(10_000)).Start]);
    }

    [Fact]
    public async Task ReadAsync_OtherItemsAround_AreLeftOut()
    {
        await Bench.CountAsync(ReputationEntity.ConfigurationSet("news2"), Noon, shard: 0, new Tally(1, 1, 0, 0, 0));
        await Bench.CountAsync(ReputationEntity.Account, Noon, shard: 0, new Tally(1, 1, 0, 0, 0));
        var state = EntityState.New(News).Moved(Noon);
        await Bench.States.TryMoveAsync(state, HistoryEntry.Of(state, Actor.Feedback, string.Empty), CancellationToken.None);

        (await ReadAsync(DateTimeOffset.UnixEpoch)).ShouldBeEmpty();
    }

    [Fact]
    public async Task ReadAsync_MoreThanOnePage_ReadsAll()
    {
        for (var i = 0; i < 5; i++)
        {
            var item = CounterKeys.Of(News, Noon.AddHours(i), shard: 0);
            item["A0"] = new AttributeValue { N = "1" };
            item["Padding"] = new AttributeValue { S = new string('x', 300_000) };
            await Bench.Dynamo.PutItemAsync(new PutItemRequest { TableName = Bench.Settings.ReputationTable, Item = item });
        }

        (await ReadAsync(Noon)).Count.ShouldBe(5);

        Bench.Wire.Operations.Count(operation => operation == "Query").ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task ReadAsync_OutcomeMovedToASet_TookItsCountsAlong()
    {
        var recorder = Bench.NewRecorder();
        await recorder.RecordAsync([Observe(Evidence.HardBounced, set: null), Observe(Evidence.Delivered, "bob", set: null)], CancellationToken.None);
        (await Bench.SumAsync(ReputationEntity.Unattributed)).ShouldBe(new Tally(2, 1, 1, 0, 0));

        await recorder.RecordAsync([Observe(Evidence.HardBounced)], CancellationToken.None);

        (await Bench.SumAsync(ReputationEntity.Unattributed)).ShouldBe(new Tally(1, 1, 0, 0, 0));
        (await Bench.SumAsync(News)).ShouldBe(new Tally(1, 0, 1, 0, 0));
        (await Bench.SumAsync(ReputationEntity.Account)).ShouldBe(new Tally(2, 1, 1, 0, 0));
    }

    private Task<IReadOnlyList<(Bucket Bucket, Tally Tally)>> ReadAsync(DateTimeOffset from) =>
        Bench.Counters.ReadAsync(News, from, CancellationToken.None);
}
