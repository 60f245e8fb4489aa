using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Deciding.Lag;

/// <summary>Deliveries that are not counted yet must neither pause a healthy set nor save a bad one for ever.</summary>
public sealed class DeliveryLagTests
{
    private readonly World _world = new();

    [Theory]
    [InlineData(0, true)]
    [InlineData(250, true)] // 50 of 1,250 is 4 %
    [InlineData(251, false)]
    [InlineData(LagSnapshot.Unknown, false)]
    public void Confirms_WaitingDeliveries_AreTakenAsTheSetsOwn(long waiting, bool expected)
    {
        var tallies = new[] { new WindowTally(Window.Parse("1h"), new Tally(1_000, 950, 50, 0, 0)) };

        new DeliveryLag(new LagSnapshot(World.Noon, waiting, Recorded: 0), tallies, SinceHold: null)
            .Confirms(Policy.Default, talliesAtHold: []).ShouldBe(expected);
    }

    [Fact]
    public async Task EvaluateAsync_DeliveriesAreCountedWhileTheQueueIsAsked_AreSeen()
    {
        _world.Count(delivered: 0, bounced: 60);
        _world.DeliveryQueue.Waiting = 9_000;
        _world.Faults.Before = call =>
        {
            if (call == "backlog.Count")
            {
                _world.Faults.Before = null;
                _world.Count(delivered: 9_000);
                _world.DeliveryQueue.Waiting = 0;
            }

            return Task.CompletedTask;
        };

        await _world.EvaluateAsync();

        _world.Ses.Changes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(700, 700, 0)]
    [InlineData(700, 699, 1)]
    [InlineData(700, 0, 700)]
    [InlineData(700, -5, 700)]
    [InlineData(0, 0, 0)]
    public void LeftOnce_DeliveriesWereCounted_IsWhatMayStillWait(long waiting, long counted, long left) =>
        new LagSnapshot(World.Noon, waiting, Recorded: 10_000).LeftOnce(10_000 + counted).ShouldBe(left);

    [Fact]
    public async Task Held_WhileTheQueueIsAlwaysAsLong_PausesOnceWhatWaitedIsCounted()
    {
        await HoldAsync(delivered: 950, bounced: 50, waiting: 2_000);

        Elsewhere(delivered: 1_700);
        await LaterAsync(LagSnapshot.Settling);
        _world.State.Held.ShouldBeTrue("300 may still wait, and 50 of 1,300 are no 4 %");

        Elsewhere(delivered: 100);
        await LaterAsync();
        _world.State.Sending.ShouldBe(SendingStatus.Paused);
        _world.Topic.Kinds.ShouldBe(["Held", "Paused"]);
    }

    [Fact]
    public async Task Held_AndTheMailSinceIsBetterButNotGood_PausesForWhatWas()
    {
        await HoldAsync(delivered: 950, bounced: 50, waiting: 2_000);
        Elsewhere(delivered: 2_000);
        await LaterAsync(TimeSpan.FromMinutes(20));
        _world.Count(delivered: 340, bounced: 0, age: TimeSpan.Zero); // 3.7 % by now: no breach, but no recovery either
        await LaterAsync();

        _world.State.Sending.ShouldBe(SendingStatus.Paused);
    }

    [Fact]
    public async Task Held_AndNeverCriticalWithItsDeliveries_EndsAtWarningThoughNearTheThreshold()
    {
        await HoldAsync(delivered: 950, bounced: 50, waiting: 2_000);
        _world.Count(delivered: 340, bounced: 0, age: TimeSpan.Zero); // among those that waited: 3.7 %
        Elsewhere(delivered: 1_660);
        await LaterAsync();
        _world.State.Held.ShouldBeTrue("a failed batch may still come back");

        await LaterAsync(LagSnapshot.Settling);

        _world.Topic.Kinds.ShouldBe(["Held", "Warning"]);
        _world.Ses.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Held_WhileABatchOfItsDeliveriesFailsAndComesBack_IsNotPaused()
    {
        // 12 of 1,000 bounced; the 988 delivered are in one batch that fails, and stays invisible for seven minutes.
        await HoldAsync(delivered: 0, bounced: 12, waiting: 1_500);
        for (var minute = 0; minute < 7; minute++)
        {
            Elsewhere(delivered: 600);
            await LaterAsync();
        }

        _world.Ses.Changes.ShouldBeEmpty();
        _world.Count(delivered: 988);
        await LaterAsync();
        _world.State.Level.ShouldBe(Level.Normal);
    }

    [Fact]
    public async Task Held_AndItsOwnDeliveriesWereAmongThem_IsNotPaused()
    {
        await HoldAsync(delivered: 950, bounced: 50, waiting: 2_000);

        _world.Count(delivered: 1_000, age: TimeSpan.Zero);
        Elsewhere(delivered: 1_000);
        await LaterAsync(LagSnapshot.Settling);

        _world.Ses.Changes.ShouldBeEmpty();
        _world.State.Level.ShouldBe(Level.Warning);
    }

    [Fact]
    public async Task Held_AndBouncesRunAhead_AreNotHeldAgainstWhatWasCountedBefore()
    {
        await HoldAsync(delivered: 0, bounced: 60, waiting: 6_000);

        // All 6,000 that waited are counted, and were its own; 200 bounces of the next 20,000 mails came before their deliveries.
        _world.Count(delivered: 4_000, bounced: 200, age: TimeSpan.Zero);
        Elsewhere(delivered: 2_000);
        _world.DeliveryQueue.Waiting = 20_000;
        await LaterAsync(LagSnapshot.Settling);

        _world.State.Held.ShouldBeTrue("260 of 4,260 is critical, but only 60 of them are known with their deliveries");
        _world.Ses.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Held_AndWhatWaitedIsCounted_BeginsAnewWithTheCountsOfNow()
    {
        await HoldAsync(delivered: 950, bounced: 50, waiting: 2_000);
        _world.Count(delivered: 1_000, bounced: 60, age: TimeSpan.Zero);
        Elsewhere(delivered: 1_000);
        await LaterAsync(LagSnapshot.Settling);
        _world.State.Held.ShouldBeTrue();
        _world.State.Hold!.At.ShouldBe(_world.Clock.GetUtcNow());

        Elsewhere(delivered: 2_000);
        await LaterAsync(LagSnapshot.Settling);

        _world.State.Sending.ShouldBe(SendingStatus.Paused, "110 of 2,060");
        _world.Topic.Kinds.ShouldBe(["Held", "Paused"]);
        _world.States.History.Select(entry => entry.What).ShouldBe(["Held", "Pausing", "Paused"]);
    }

    [Fact]
    public async Task Held_WhileTheMailDoesNotGetOut_StillBeginsAnew()
    {
        _world.Faults.Fail("topic.Publish");
        await HoldAsync(delivered: 950, bounced: 50, waiting: 2_000);
        _world.Count(delivered: 1_000, bounced: 60, age: TimeSpan.Zero);
        Elsewhere(delivered: 1_000);

        await LaterAsync(LagSnapshot.Settling);

        _world.State.Hold!.At.ShouldBe(_world.Clock.GetUtcNow());
        _world.State.Alert!.Kind.ShouldBe(AlertKind.Held);
    }

    [Fact]
    public async Task Held_WhileDeliveriesAreAlwaysAnHourBehind_IsNotPausedByWindowsThatSlide()
    {
        await HoldAsync(delivered: 0, bounced: 40, waiting: 4_000);
        for (var quarter = 0; quarter < 8; quarter++)
        {
            // Every hour 4,000 mails of which 40 bounce at once, and the deliveries of the hour before.
            _world.Count(delivered: 990, age: TimeSpan.FromHours(1));
            _world.Count(bounced: 10, delivered: 0, age: TimeSpan.Zero);
            await LaterAsync(TimeSpan.FromMinutes(15));
        }

        _world.Ses.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Held_ByAQueueThatCouldNotBeAsked_BeginsAnewOnceItCan()
    {
        await HoldAsync(delivered: 950, bounced: 50, waiting: LagSnapshot.Unknown);
        _world.DeliveryQueue.Waiting = 400;
        await LaterAsync();
        _world.State.Hold!.Waiting.ShouldBe(400);

        Elsewhere(delivered: 400);
        await LaterAsync(LagSnapshot.Settling);
        _world.State.Sending.ShouldBe(SendingStatus.Paused);
    }

    [Fact]
    public async Task Held_AndTheRateMovesAroundTheThreshold_IsToldOnceAndPausedInTime()
    {
        await HoldAsync(delivered: 4_800, bounced: 200, waiting: 500);
        for (var round = 0; round < 30; round++)
        {
            Elsewhere(delivered: 500);
            _world.Count(delivered: 120, age: TimeSpan.Zero);
            await LaterAsync(TimeSpan.FromSeconds(10));
            _world.Count(delivered: 0, bounced: 6, age: TimeSpan.Zero);
            await LaterAsync(TimeSpan.FromSeconds(10));
        }

        _world.Topic.Kinds.ShouldBe(["Held", "Paused"]);
    }

    [Theory]
    [InlineData("account", "Enforce")]
    [InlineData("unattributed", "Enforce")]
    [InlineData("set/marketing", "Observe")]
    public async Task EvaluateAsync_NothingToPause_IsHeldToo(string entity, string mode)
    {
        _world.Policies.Default = Policy.Default with { Mode = Enum.Parse<Mode>(mode) };
        var who = new ReputationEntity(entity);
        _world.Counters.Add(who, _world.Clock.Now, new Tally(60, 0, 60, 0, 0));
        _world.DeliveryQueue.Waiting = 9_000;
        await _world.EvaluateAsync(who);
        _world.Topic.Kinds.ShouldBe(["Held"]);
        _world.Topic.Published[0].Mail.Subject.ShouldStartWith("Possibly CRITICAL: ");

        _world.DeliveryQueue.Waiting = 0;
        await _world.EvaluateAsync(who);
        _world.Topic.Kinds.ShouldBe(["Held", "Critical"]);
    }

    private async Task HoldAsync(int delivered, int bounced, long waiting)
    {
        _world.Count(delivered, bounced, age: TimeSpan.Zero);
        _world.DeliveryQueue.Waiting = waiting;
        await _world.EvaluateAsync();
        _world.State.Held.ShouldBeTrue();
    }

    private void Elsewhere(int delivered) =>
        _world.Counters.Add(ReputationEntity.Account, _world.Clock.GetUtcNow(), new Tally(delivered, delivered, 0, 0, 0));

    private async Task LaterAsync(TimeSpan? by = null)
    {
        _world.Clock.Advance(by ?? TimeSpan.FromMinutes(1));
        await _world.EvaluateAsync();
    }
}
