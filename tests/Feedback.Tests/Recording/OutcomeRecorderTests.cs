using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Recording;
using Feedback.Reputation;
using Feedback.Suppression;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Fakes.Sample;

namespace Feedback.Tests.Recording;

public sealed class OutcomeRecorderTests
{
    private readonly World _world = new();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task RecordAsync_OneThousandDeliveries_TakesAtMostElevenWritesABucket(int buckets)
    {
        var recorded = await RecordAsync(Enumerable.Range(0, 1_000).Select(i =>
            Observe(Evidence.Delivered, $"r{i}", sentAt: SentAt + (Bucket.Width * (i % buckets)))));

        recorded.Count.ShouldBe(1_000);
        _world.Outcomes.Tries.ShouldBeLessThanOrEqualTo(11);
        _world.Counters.Sum(World.Set).ShouldBe(new Tally(1_000, 1_000, 0, 0, 0));
    }

    [Fact]
    public async Task RecordAsync_SameBatchAgain_WritesNothing()
    {
        var batch = Enumerable.Range(0, 150).Select(i => Observe(Evidence.HardBounced, $"r{i}")).ToList();
        await RecordAsync(batch);
        var written = _world.Outcomes.Written.Count;

        (await RecordAsync(batch)).Count.ShouldBe(150);

        _world.Outcomes.Written.Count.ShouldBe(written);
        _world.Counters.Sum(World.Set).HardBounces.ShouldBe(150);
    }

    [Fact]
    public async Task RecordAsync_DoubledWithinABatch_CountsOnce()
    {
        (await RecordAsync([Observe(Evidence.HardBounced), Observe(Evidence.HardBounced)])).Count.ShouldBe(2);

        _world.Counters.Sum(World.Set).ShouldBe(new Tally(1, 0, 1, 0, 0));
    }

    [Fact]
    public async Task RecordAsync_TransactionGrownByMoves_IsHalved()
    {
        // Each outcome moves from no set to one of its own: one more counter for each than the plan could foresee.
        await RecordAsync(Enumerable.Range(0, 25).Select(i => Observe(Evidence.Delivered, $"r{i}", attribution: Attribution.None, sentAt: At(i))));
        _world.Outcomes.Written.Clear();

        (await RecordAsync(Enumerable.Range(0, 25).Select(i => Observe(Evidence.HardBounced, $"r{i}", attribution: To(i), sentAt: At(i))))).Count.ShouldBe(25);

        _world.Outcomes.Written.Select(c => c.Actions).ShouldBe([65, 60]);
        _world.Counters.Sum(ReputationEntity.Unattributed).ShouldBe(Tally.Zero);
        _world.Counters.Sum(ReputationEntity.Account).ShouldBe(new Tally(25, 25, 25, 0, 0));
        Enumerable.Range(0, 25).Select(i => _world.Counters.Sum(To(i).Entity)).Distinct().ShouldBe([new Tally(1, 1, 1, 0, 0)]);

        static DateTimeOffset At(int i) => SentAt - (TimeSpan.FromHours(1) * i);

        static Attribution To(int i) => Attribution.To($"set-{i}", AttributionSource.Tag);
    }

    [Fact]
    public async Task RecordAsync_HardBounceAndComplaint_SuppressWithTheirReasons()
    {
        await RecordAsync(
        [
            Observe(Evidence.HardBounced, "ann"),
            Observe(Evidence.Complained | Evidence.Delivered, "ben"),
            Observe(Evidence.ListedInComplaint, "cid"),
            Observe(Evidence.HardBounced | Evidence.OnSesGlobalList, "dan"),
            Observe(Evidence.Delivered, "eve"),
            Observe(Evidence.SoftBounced, "fay"),
            Observe(Evidence.HardBounced, "gus", attribution: Attribution.NotOurs),
        ]);

        _world.Suppressions.All.Select(e => $"{e.Address.Value} {string.Join('+', e.Reasons)}").ShouldBe(
        [
            "ann@example.org HardBounce",
            "ben@example.org Complaint",
            "cid@example.org Complaint",
            "dan@example.org SesGlobalList",
            "gus@example.org HardBounce",
        ]);
    }

    [Fact]
    public async Task RecordAsync_SecondReason_IsAddedToTheEntry()
    {
        await RecordAsync([Observe(Evidence.HardBounced, message: "one")]);
        await RecordAsync([Observe(Evidence.Complained | Evidence.Delivered, message: "two")]);

        var entry = _world.Suppressions.Of(Address("ann")).ShouldNotBeNull();
        entry.Reasons.ShouldBe([SuppressionReason.HardBounce, SuppressionReason.Complaint]);
        entry.Version.ShouldBe(2);
    }

    [Fact]
    public async Task RecordAsync_RedeliveredAfterAnOperatorRemovedTheEntry_DoesNotSuppressAgain()
    {
        await RecordAsync([Observe(Evidence.HardBounced)]);
        _world.Suppressions.Remove(Address("ann"));

        await RecordAsync([Observe(Evidence.HardBounced)]);

        _world.Suppressions.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task RecordAsync_LaterBounceOfTheSameMessage_IsTheCause()
    {
        var later = SentAt + TimeSpan.FromHours(3);
        await RecordAsync([Observe(Evidence.HardBounced)]);

        await RecordAsync([Observe(Evidence.HardBounced, occurredAt: later, feedbackId: "feedback-2")]);

        _world.Suppressions.Of(Address("ann"))!.Events(SuppressionReason.HardBounce).Last.OccurredAt.ShouldBe(later);
        _world.Counters.Sum(World.Set).HardBounces.ShouldBe(1);
    }

    [Fact]
    public async Task RecordAsync_TableBusyAtFirst_TriesAgain()
    {
        var busy = 5;
        _world.Outcomes.IsBusy = () => busy-- > 0;

        (await RecordAsync([Observe(Evidence.Delivered)])).Count.ShouldBe(1);

        _world.Outcomes.Tries.ShouldBe(6);
        _world.Counters.Sum(World.Set).Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task RecordAsync_TableBusyToTheEnd_LeavesTheTransactionOut()
    {
        _world.Outcomes.IsBusy = () => true;
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20), _world.Clock);

        (await _world.Recorder().RecordAsync([Observe(Evidence.Delivered)], deadline.Token)).Observations.ShouldBeEmpty();

        (_world.Clock.Now - World.Noon).ShouldBeInRange(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(23));
        _world.Outcomes.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task RecordAsync_OneTransactionFails_RecordsTheOthers()
    {
        _world.Outcomes.Refuses = transaction => transaction.Outcomes.Any(o => o.Key == Observe(Evidence.Delivered, "r150").Key);

        var recorded = await RecordAsync(Enumerable.Range(0, 250).Select(i => Observe(Evidence.Delivered, $"r{i}")));

        recorded.Count.ShouldBe(250 - 98);
        _world.Outcomes.All.Count.ShouldBe(250 - 98);
        _world.Counters.Sum(World.Set).Attempts.ShouldBe(250 - 98);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(97)]
    [InlineData(250)]
    public async Task RecordAsync_OneOutcomeCanNeverBeWritten_RecordsAllOthers(int observations)
    {
        var broken = Observe(Evidence.HardBounced, $"r{observations / 2}").Key;
        _world.Outcomes.IsBroken = transaction => transaction.Outcomes.Any(o => o.Key == broken);

        var recorded = await RecordAsync(Enumerable.Range(0, observations).Select(i => Observe(Evidence.HardBounced, $"r{i}")));

        recorded.Count.ShouldBe(observations - 1);
        recorded.ShouldNotContain(observation => observation.Key == broken);
        _world.Counters.Sum(World.Set).HardBounces.ShouldBe(observations - 1);
        _world.Outcomes.Tries.ShouldBeLessThanOrEqualTo((observations / 49) + 16);
    }

    [Fact]
    public async Task RecordAsync_ItemsNeverAsTheyWereRead_FailsInsteadOfTryingForever()
    {
        _world.Outcomes.IsAlwaysStale = () => true;

        (await RecordAsync([Observe(Evidence.Delivered)])).ShouldBeEmpty();

        _world.Outcomes.Tries.ShouldBe(OutcomeRecorder.MostStale);
    }

    [Fact]
    public async Task RecordAsync_ItemsNotAsAssumedAtFirst_TriesAgainAtOnce()
    {
        await RecordAsync([Observe(Evidence.Delivered)]);

        (await RecordAsync([Observe(Evidence.HardBounced)])).Count.ShouldBe(1);

        _world.Outcomes.Tries.ShouldBe(3);
        _world.Clock.Now.ShouldBe(World.Noon);
    }

    [Fact]
    public async Task RecordAsync_AnswerLostAfterTheWrite_CountsOnceAtRedelivery()
    {
        _world.Faults.CrashAt(1, done: true);
        (await RecordAsync([Observe(Evidence.HardBounced)])).ShouldBeEmpty();
        _world.Faults.Restart();

        (await RecordAsync([Observe(Evidence.HardBounced)])).Count.ShouldBe(1);

        _world.Counters.Sum(World.Set).ShouldBe(new Tally(1, 0, 1, 0, 0));
    }

    [Fact]
    public async Task RecordAsync_NoTimeLeft_RecordsNothing()
    {
        (await _world.Recorder().RecordAsync([Observe(Evidence.Delivered)], new CancellationToken(canceled: true))).Observations.ShouldBeEmpty();

        _world.Outcomes.Tries.ShouldBe(0);
    }

    private async Task<IReadOnlyCollection<Observation>> RecordAsync(IEnumerable<Observation> observations) =>
        (await _world.Recorder().RecordAsync(observations.ToList(), CancellationToken.None)).Observations;
}
