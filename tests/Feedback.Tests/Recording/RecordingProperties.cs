using Feedback.Outcomes;
using Feedback.Suppression;
using Feedback.Tests.Fakes;
using FsCheck;
using FsCheck.Fluent;
using Outcome = Feedback.Outcomes.Outcome;

namespace Feedback.Tests.Recording;

/// <summary>The tables end up the same, whether evidence comes twice, in another order, in batches of any size or while other writers are at work.</summary>
public sealed class RecordingProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(40);

    [Fact]
    public void Record_AnyOrder_GivesTheSameItem() => Prop.ForAll(
        Scenario.TwoOrders.ToArbitrary(),
        orders => Items(orders.One).ShouldBe(Items(orders.Other))).Check(Runs);

    [Fact]
    public void RecordAsync_AnyOrderAndBatches_GivesTheSameTables() => Prop.ForAll(
        (from orders in Scenario.TwoOrders
         from size in Gen.Choose(1, 20)
         from seed in Gen.Choose(0, int.MaxValue)
         select (orders.One, orders.Other, size, seed)).ToArbitrary(),
        c => Same(Scenes(c.Other, c.size, new Random(c.seed)), Scenes(c.One, c.One.Count + 1, busy: null))).Check(Runs);

    [Fact]
    public void RecordAsync_AnyEvidence_CountsWhatTheEvidenceProves() => Prop.ForAll(
        Scenario.Many.ToArbitrary(),
        observations => Record(observations, 5, busy: null).Counters.All.ShouldBe(Scenario.Expected(observations))).Check(Runs);

    [Fact]
    public void Record_AnythingRepeated_ChangesNothing() => Prop.ForAll(
        Scenario.TwoOrders.ToArbitrary(),
        orders =>
        {
            var world = Record(orders.One, 7, busy: null);
            var before = Scene(world);
            Record(world, orders.Other, 7);
            Same(Scene(world), before);
        }).Check(Runs);

    [Fact]
    public void Record_AnyEvidence_NoRateExceedsOneHundredPercent() => Prop.ForAll(
        Scenario.Many.ToArbitrary(),
        observations => Record(observations, 3, busy: null).Counters.All.ShouldAllBe(c =>
            0 <= c.Tally.HardBounces && c.Tally.HardBounces <= c.Tally.Attempts
            && 0 <= c.Tally.Complaints && c.Tally.Complaints <= c.Tally.Deliveries
            && c.Tally.Deliveries <= c.Tally.Attempts)).Check(Runs);

    [Fact]
    public void RecordAsync_WritersAtTheSameTime_CountOnce() => Prop.ForAll(
        (from orders in Scenario.TwoOrders from seed in Gen.Choose(0, int.MaxValue) select (orders.One, orders.Other, seed)).ToArbitrary(),
        c =>
        {
            var world = World(new Random(c.seed));
            world.Faults.Interleaves = true;
            Task.Run(() => Task.WhenAll(RecordAsync(world, c.One, 4), RecordAsync(world, c.Other, 6), RecordAsync(world, c.One, 9))).GetAwaiter().GetResult();
            Same(Scene(world), Scenes(c.One, 100, busy: null));
        }).Check(Runs.WithMaxTest(50));

    /// <summary>Every scope that any notification names suppresses, whichever came first; a set that is not known is everywhere.</summary>
    [Fact]
    public void RecordAsync_AnyEvidence_SuppressesInTheScopesThatItNames() => Prop.ForAll(
        Scenario.Many.ToArbitrary(),
        observations => Record(observations, 5, busy: null).Suppressions.All
            .SelectMany(e => e.Causes.Keys.Select(key => $"{e.Address.Value} {key}"))
            .Order(StringComparer.Ordinal)
            .ShouldBe(Scenario.ExpectedScopes(observations))).Check(Runs);

    /// <summary>Where every notification of a message names the same set, a reason counts the messages that gave it.</summary>
    [Fact]
    public void RecordAsync_OneSetForEachMessage_CountsMessages() => Prop.ForAll(
        (from orders in Scenario.TwoOrders from size in Gen.Choose(1, 20) select (orders.One, orders.Other, size)).ToArbitrary(),
        c =>
        {
            var one = c.One.Select(o => o with { Attribution = Sample.ByTag }).ToList();
            var world = Record(one, c.size, new Random(c.size));
            Record(world, c.Other.Select(o => o with { Attribution = Sample.ByTag }).ToList(), 3);
            foreach (var (reason, recipient, messages) in Scenario.ExpectedMessages(one))
            {
                world.Suppressions.Of(recipient)!.Causes.Single(cause => cause.Key.Reason == reason).Value
                    .ShouldBeOfType<EventCause>().Count.ShouldBe(messages);
            }
        }).Check(Runs);

    private static IReadOnlyList<Outcome> Items(IEnumerable<Observation> observations) => Scenario.WithoutVersions(observations
        .GroupBy(o => o.Key)
        .OrderBy(g => g.Key.RecipientHash + g.Key.MessageId, StringComparer.Ordinal)
        .Select(g => g.Aggregate((Outcome?)null, (seen, o) => Ledger.Record(seen, o))!));

    private static World World(Random? busy)
    {
        var world = new World();
        world.Outcomes.IsBusy = () => busy?.Next(4) == 0;
        return world;
    }

    private static World Record(IReadOnlyList<Observation> observations, int batch, Random? busy)
    {
        var world = World(busy);
        Record(world, observations, batch);
        return world;
    }

    private static void Record(World world, IReadOnlyList<Observation> observations, int batch) =>
        RecordAsync(world, observations, batch).GetAwaiter().GetResult();

    private static async Task RecordAsync(World world, IReadOnlyList<Observation> observations, int batch)
    {
        foreach (var part in observations.Chunk(batch))
        {
            (await world.Recorder().RecordAsync(part, CancellationToken.None)).Observations.Count.ShouldBe(part.Length);
        }
    }

    /// <summary>Compares as Shouldly does, without its character-by-character picture.</summary>
    private static void Same(string actual, string expected) => (actual == expected).ShouldBeTrue($"{actual}\n\nshould be\n\n{expected}");

    private static string Scenes(IReadOnlyList<Observation> observations, int batch, Random? busy) => Scene(Record(observations, batch, busy));

    private static string Scene(World world) => string.Join(
        '\n',
        [
            .. Scenario.WithoutVersions(world.Outcomes.All).Select(o => o.ToString()),
            .. world.Counters.All.Select(c => c.ToString()),
            .. Scenario.WithoutVersions(world.Suppressions.All),
        ]);
}
