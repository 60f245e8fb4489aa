using Feedback.Alerts;
using Feedback.Outcomes;
using Feedback.Reputation;
using Feedback.Sending;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Sending;

/// <summary>Deliveries that are not counted yet must neither pause a healthy set nor save a bad one for ever.</summary>
public sealed class DenominatorSafetyTests
{
    private readonly World _world = new();

    [Theory]
    [InlineData(0, true)]
    [InlineData(250, true)] // 50 of 1,250 is 4 %
    [InlineData(251, false)]
    [InlineData(Backlog.Unknown, false)]
    public void Allows_WaitingDeliveries_AreTakenAsTheSetsOwn(long waiting, bool expected)
    {
        var tallies = new[] { new WindowTally(Window.Parse("1h"), new Tally(1_000, 950, 50, 0, 0)) };
        var assessment = Assessment.Of(Policy.Default, tallies, Level.Normal);

        new DenominatorSafety(new Backlog(World.Noon, waiting, Recorded: 0), Left: 0, SinceHold: [])
            .Allows(SubjectState.New(World.Set), Policy.Default, assessment).ShouldBe(expected);
    }

    [Theory]
    [InlineData(700, 700, 0)]
    [InlineData(700, 699, 1)]
    [InlineData(700, 0, 700)]
    [InlineData(700, -5, 700)]
    [InlineData(0, 0, 0)]
    public void LeftOnce_DeliveriesWereCounted_IsWhatMayStillWait(long waiting, long counted, long left) =>
        new Backlog(World.Noon, waiting, Recorded: 10_000).LeftOnce(10_000 + counted).ShouldBe(left);

    [Fact]
    public async Task Held_WhileTheQueueIsAlwaysAsLong_PausesOnceWhatWaitedIsCounted()
    {
        await HoldAsync(delivered: 950, bounced: 50, waiting: 2_000);

        Elsewhere(delivered: 1_700);
        await LaterAsync();
        _world.State.Held.ShouldBeTrue("300 may still wait, and 50 of 1,300 are no 4 %");

        Elsewhere(delivered: 100);
        await LaterAsync();
        _world.State.Sending.ShouldBe(SendingStatus.Paused);
        _world.Topic.Kinds.ShouldBe(["Held", "Paused"]);
    }

    [Fact]
    public async Task Held_AndItsOwnDeliveriesWereAmongThem_IsNotPaused()
    {
        await HoldAsync(delivered: 950, bounced: 50, waiting: 2_000);

        _world.Count(delivered: 1_000, age: TimeSpan.Zero);
        Elsewhere(delivered: 1_000);
        await LaterAsync();

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
        _world.Backlog.Waiting = 20_000;
        await LaterAsync();

        _world.State.Held.ShouldBeTrue("260 of 4,260 is critical, but only 60 of them are known with their deliveries");
        _world.Ses.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Held_AndWhatWaitedIsCounted_BeginsAnewWithTheCountsOfNow()
    {
        await HoldAsync(delivered: 950, bounced: 50, waiting: 2_000);
        _world.Count(delivered: 1_000, bounced: 60, age: TimeSpan.Zero);
        Elsewhere(delivered: 1_000);
        await LaterAsync();
        _world.State.Held.ShouldBeTrue();
        _world.State.Hold!.At.ShouldBe(_world.Clock.GetUtcNow());

        Elsewhere(delivered: 2_000);
        await LaterAsync();

        _world.State.Sending.ShouldBe(SendingStatus.Paused, "110 of 2,060");
        _world.Topic.Kinds.ShouldBe(["Held", "Paused"]);
        _world.States.History.Select(entry => entry.What).ShouldBe(["Held", "Pausing", "Paused"]);
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
    public async Task Held_AndMoreHasLeftTheQueueThanWasCounted_BelievesTheQueue()
    {
        await HoldAsync(delivered: 950, bounced: 50, waiting: Backlog.Unknown);
        _world.Backlog.Waiting = 400;
        await LaterAsync();
        _world.State.Hold!.Waiting.ShouldBe(400);

        Elsewhere(delivered: 400);
        await LaterAsync();
        _world.State.Sending.ShouldBe(SendingStatus.Paused);
    }

    [Fact]
    public async Task Held_WhileItsMailIsStillToBeSent_DoesNotBeginAnew()
    {
        await HoldAsync(delivered: 950, bounced: 50, waiting: 2_000);
        var before = _world.State with { Alert = new PendingAlert(AlertKind.Held, _world.State.Version) };
        _world.States.Put(before);
        _world.Backlog.Waiting = 1_999;
        await _world.Evaluator().EvaluateAsync(World.Set, CancellationToken.None);

        _world.State.ShouldBe(before);
    }

    private async Task HoldAsync(int delivered, int bounced, long waiting)
    {
        _world.Count(delivered, bounced, age: TimeSpan.Zero);
        _world.Backlog.Waiting = waiting;
        await _world.EvaluateAsync();
        _world.State.Held.ShouldBeTrue();
    }

    private void Elsewhere(int delivered) =>
        _world.Counters.Add(Subject.Account, _world.Clock.GetUtcNow(), new Tally(delivered, delivered, 0, 0, 0));

    private async Task LaterAsync(TimeSpan? by = null)
    {
        _world.Clock.Advance(by ?? TimeSpan.FromMinutes(1));
        await _world.EvaluateAsync();
    }
}
