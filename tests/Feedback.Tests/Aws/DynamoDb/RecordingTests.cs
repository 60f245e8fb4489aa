using System.Diagnostics;
using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Recording;
using Feedback.Reputation;
using Feedback.Suppression;
using Feedback.Tests.Fakes;
using Xunit.Abstractions;
using static Feedback.Tests.Aws.DynamoDb.Samples;

namespace Feedback.Tests.Aws.DynamoDb;

/// <summary>Runs the recorder over the real store: everything is counted once, whatever fails on the way.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class RecordingTests(DatabaseFixture database, ITestOutputHelper output)
{
    private static readonly ReputationEntity News = ReputationEntity.ConfigurationSet("news");

    [Fact]
    public async Task RecordAsync_ThousandFreshDeliveries_AreElevenRequests()
    {
        using var bench = await StoreBench.CreateAsync(database, "thousand");
        var deliveries = Deliveries(1_000);

        (await bench.NewRecorder().RecordAsync(deliveries, CancellationToken.None)).Observations.Count.ShouldBe(1_000);

        bench.Wire.Operations.Count.ShouldBe(11);
        bench.Wire.Operations.ShouldAllBe(operation => operation == "TransactWriteItems");
        (await bench.SumAsync(News)).ShouldBe(new Tally(1_000, 1_000, 0, 0, 0));
    }

    [Fact]
    public async Task RecordAsync_ThousandDeliveriesRedelivered_CountOnceAndWriteNothing()
    {
        using var bench = await StoreBench.CreateAsync(database, "redelivered");
        await bench.NewRecorder().RecordAsync(Deliveries(1_000), CancellationToken.None);
        bench.Wire.Forget();

        (await bench.NewRecorder().RecordAsync(Deliveries(1_000), CancellationToken.None)).Observations.Count.ShouldBe(1_000);

        bench.Wire.Operations.Count.ShouldBe(11); // each of them cancelled
        (await bench.SumAsync(News)).ShouldBe(new Tally(1_000, 1_000, 0, 0, 0));
        (await bench.OutcomeAsync(Deliveries(1)[0].Key)).ShouldNotBeNull().Version.ShouldBe(1);
    }

    [Fact]
    public async Task RecordAsync_StoredItemsThatCannotBeRead_FailOnlyTheirOwnOutcomes()
    {
        using var bench = await StoreBench.CreateAsync(database, "poison", retries: 0);
        var bounces = Enumerable.Range(0, 48).Select(i => Observe(Evidence.HardBounced, $"r{i}", $"message-{i}")).ToList();
        Dictionary<string, AttributeValue>[] broken =
        [
            new(SuppressionKeys.Of(bounces[3].Recipient)) { ["Version"] = Attributes.Of(1) }, // no Reasons
            new(SuppressionKeys.Of(bounces[20].Recipient))
            {
                ["Version"] = Attributes.Of(1),
                ["Reasons"] = Attributes.Of(new Dictionary<string, AttributeValue> { ["Dislike"] = Attributes.Of([]) }),
            },
            new(SuppressionKeys.Of(bounces[47].Recipient)) { ["Note"] = Attributes.Of("Never write to this address.") }, // added by hand
        ];
        foreach (var item in broken)
        {
            await bench.Dynamo.PutItemAsync(new PutItemRequest { TableName = bench.Settings.SuppressionTable, Item = item });
        }

        var recorded = await bench.NewRecorder().RecordAsync(bounces, CancellationToken.None);

        bounces.Where(bounce => !recorded.Holds(bounce)).ShouldBe([bounces[3], bounces[20], bounces[47]]);
        (await bench.SumAsync(News)).HardBounces.ShouldBe(45);
        foreach (var item in broken)
        {
            var key = new Dictionary<string, AttributeValue> { ["Address"] = item["Address"] };
            var left = await bench.Dynamo.GetItemAsync(new GetItemRequest { TableName = bench.Settings.SuppressionTable, Key = key, ConsistentRead = true });
            left.Item.Keys.ShouldBe(item.Keys, ignoreOrder: true); // nothing overwrote it
        }
    }

    [Fact]
    public async Task RecordAsync_OutcomeThatCannotBeRead_FailsAloneAndLogsNoAddress()
    {
        using var bench = await StoreBench.CreateAsync(database, "poisonoutcome", retries: 0);
        var deliveries = Deliveries(10);
        var item = OutcomeKeys.Of(deliveries[4].Key);
        item["Version"] = Attributes.Of(1);
        await bench.Dynamo.PutItemAsync(new PutItemRequest { TableName = bench.Settings.OutcomesTable, Item = item });

        var recorded = await bench.NewRecorder().RecordAsync(deliveries, CancellationToken.None);

        deliveries.Where(delivery => !recorded.Holds(delivery)).ShouldBe([deliveries[4]]);
        var refused = (LedgerTransactionResult.Refused)await bench.Outcomes.WriteAsync(TransactionOf(deliveries[4]), CancellationToken.None);
        refused.Reason.Message.ShouldContain("message-4");
        refused.Reason.Message.ShouldNotContain("@");
    }

    [Theory]
    [InlineData(4)] // the SDK repeats the request itself
    [InlineData(0)]
    public async Task RecordAsync_AnswerLostAfterTheWrite_CountsOnce(int retries)
    {
        using var bench = await StoreBench.CreateAsync(database, "lost", retries);
        bench.Wire.LoseAnswer("TransactWriteItems");
        var bounce = Observe(Evidence.HardBounced);

        var recorded = await bench.NewRecorder().RecordAsync([bounce], CancellationToken.None);
        recorded.Observations.Count.ShouldBe(retries == 0 ? 0 : 1); // in doubt it is not recorded: SQS brings it again
        (await bench.NewRecorder().RecordAsync([bounce], CancellationToken.None)).Observations.Count.ShouldBe(1);

        (await bench.SumAsync(News)).ShouldBe(Tally.Of(Evidence.HardBounced));
        (await bench.SumAsync(ReputationEntity.Account)).ShouldBe(Tally.Of(Evidence.HardBounced));
        (await bench.OutcomeAsync(bounce.Key)).ShouldNotBeNull().Version.ShouldBe(1);
        (await bench.EntryAsync(bounce.Recipient)).ShouldNotBeNull().Version.ShouldBe(1);
    }

    [Fact]
    public async Task RecordAsync_AnswerLostAndNewEvidenceBesideTheOld_CountsEachOnce()
    {
        using var bench = await StoreBench.CreateAsync(database, "lostandnew", retries: 0);
        bench.Wire.LoseAnswer("TransactWriteItems");
        var deliveries = Deliveries(50);
        await bench.NewRecorder().RecordAsync(deliveries, CancellationToken.None);

        var recorded = await bench.NewRecorder().RecordAsync([.. deliveries, .. Deliveries(80)], CancellationToken.None);

        recorded.Observations.Count.ShouldBe(130);
        (await bench.SumAsync(News)).ShouldBe(new Tally(80, 80, 0, 0, 0));
    }

    [Fact]
    public async Task RecordAsync_ConflictsAndThrottling_AreTriedAgain()
    {
        using var bench = await StoreBench.CreateAsync(database, "conflicts", retries: 0);
        bench.Wire.Answer("TransactWriteItems", DynamoErrors.Cancelled("None", DynamoErrors.Conflict, "None"), times: 3);
        bench.Wire.Answer("TransactWriteItems", DynamoErrors.Of("com.amazon.coral.availability#ThrottlingException"), times: 2);

        (await bench.NewRecorder().RecordAsync([Observe(Evidence.Delivered)], CancellationToken.None)).Observations.Count.ShouldBe(1);

        bench.Wire.Operations.Count.ShouldBe(6);
        (await bench.SumAsync(News)).Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task RecordAsync_BusyUntilTheDeadline_LeavesTheRestInTheQueue()
    {
        using var bench = await StoreBench.CreateAsync(database, "deadline", retries: 0);
        bench.Wire.Answer("TransactWriteItems", DynamoErrors.Cancelled("None", DynamoErrors.Conflict, "None"), times: 1_000);
        using var deadline = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        (await bench.NewRecorder().RecordAsync(Deliveries(200), deadline.Token)).Observations.ShouldBeEmpty();
    }

    [Fact]
    public async Task RecordAsync_EightAtOnceOnTheSameEvidence_CountAndSuppressExactly()
    {
        using var bench = await StoreBench.CreateAsync(database, "eight", retries: 0);
        var everything = Everything();
        var share = everything.Count * 3 / 5;
        for (var i = 0; i < 20; i++)
        {
            bench.Wire.Disturb("TransactWriteItems", (_, send) => send(), times: i);
            bench.Wire.Answer("TransactWriteItems", DynamoErrors.Cancelled("None", DynamoErrors.Conflict));
        }

        await Task.WhenAll(Enumerable.Range(0, 8).Select(seed => Task.Run(async () =>
        {
            // Each sees most of it, in an order of its own and some of it twice: together all of it, several times over.
            var seen = everything.OrderBy(o => (o.Key, o.Evidence, seed).GetHashCode()).Take(share).ToList();
            seen.AddRange(everything.Where((_, i) => i % 8 == seed));
            seen.AddRange(seen.Where((_, i) => i % 10 == seed).ToList());
            var recorder = bench.NewRecorder();
            foreach (var batch in seen.Chunk(120))
            {
                var recorded = await recorder.RecordAsync(batch, CancellationToken.None);
                batch.ShouldAllBe(observation => recorded.Holds(observation));
            }
        })));

        foreach (var (entity, expected) in Counted(everything))
        {
            (await bench.SumAsync(entity)).ShouldBe(expected, entity.Key);
        }

        await ShouldSuppressExactlyAsync(bench, everything);
    }

    [Fact]
    public async Task RecordAsync_TwentyThousandDeliveries_TakeHowLong()
    {
        using var bench = await StoreBench.CreateAsync(database, "throughput");
        var deliveries = Deliveries(20_000);
        var recorder = bench.NewRecorder();
        var watch = Stopwatch.StartNew();

        foreach (var batch in deliveries.Chunk(1_000))
        {
            (await recorder.RecordAsync(batch, CancellationToken.None)).Observations.Count.ShouldBe(batch.Length);
        }

        output.WriteLine(
            $"{deliveries.Count} deliveries in {watch.Elapsed.TotalSeconds:0.0} s: "
            + $"{deliveries.Count / watch.Elapsed.TotalSeconds:0} a second, {bench.Wire.Operations.Count} requests");
        (await bench.SumAsync(ReputationEntity.Account)).Deliveries.ShouldBe(20_000);
    }

    private static List<Observation> Deliveries(int count) =>
        Enumerable.Range(0, count).Select(i => Observe(Evidence.Delivered, $"r{i}", $"message-{i}")).ToList();

    /// <summary>150 outcomes of 60 recipients in three sets and four buckets: every kind of evidence, alone and combined, with and without a set.</summary>
    private static List<Observation> Everything() => Enumerable.Range(0, 150).SelectMany(i =>
    {
        var (recipient, message, set) = ($"r{i % 60}", $"message-{i}", $"set-{i % 3}");
        var sentAt = Noon.AddMinutes(15 * (i % 4));
        var first = Observe(Evidence.Delivered, recipient, message, set, sentAt, sentAt.AddSeconds(i));
        return new[]
        {
            first with { Evidence = i % 2 == 0 ? Evidence.Delivered : Evidence.SoftBounced | Evidence.TowardsSoftBounceLimit },
            first with { Evidence = i % 3 == 0 ? Evidence.HardBounced : Evidence.Delivered },
            first with { Evidence = i % 5 == 0 ? Evidence.Delivered | Evidence.Complained : Evidence.Delivered, Attribution = Attribution.None },
            first with { Evidence = i % 7 == 0 ? Evidence.OnAccountList : Evidence.SoftBounced },
        };
    }).ToList();

    private static Dictionary<ReputationEntity, Tally> Counted(IEnumerable<Observation> observations) => observations
        .GroupBy(o => o.Key)
        .SelectMany(outcome => new[] { outcome.First(o => o.Attribution != Attribution.None).Attribution.Entity, ReputationEntity.Account }
            .Select(entity => (entity, tally: Tally.Of(outcome.Aggregate(Evidence.None, (all, o) => all | o.Evidence)))))
        .Append((ReputationEntity.Unattributed, Tally.Zero)) // all of it has moved to a set
        .GroupBy(counted => counted.Item1, counted => counted.Item2)
        .ToDictionary(counted => counted.Key, counted => counted.Aggregate(Tally.Zero, (sum, tally) => sum + tally));

    private static async Task ShouldSuppressExactlyAsync(StoreBench bench, IReadOnlyList<Observation> observations)
    {
        var expected = new Dictionary<EmailAddress, SuppressionEntry>();
        var messages = new HashSet<(OutcomeKey Key, SuppressionReason Reason)>();
        foreach (var seen in observations)
        {
            foreach (var reason in SuppressionReasons.Of(seen.Evidence))
            {
                var entry = expected.GetValueOrDefault(seen.Recipient) ?? SuppressionEntry.Empty(seen.Recipient);
                expected[seen.Recipient] = entry.Seen(seen, reason, isNewMessage: messages.Add((seen.Key, reason)));
            }
        }

        var found = await bench.Suppressions.FindAsync([.. observations.Select(o => o.Recipient)], CancellationToken.None);
        found.Select(entry => entry.Address.Value).ShouldBe(expected.Keys.Select(address => address.Value), ignoreOrder: true);
        found.ShouldAllBe(entry => entry.SaysTheSameAs(expected[entry.Address]));
    }
}
