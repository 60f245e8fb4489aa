using Feedback.Acting;
using Feedback.Deciding;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Acting;

public sealed class SendingDriftDetectorTests
{
    private readonly World _world = new();

    public SendingDriftDetectorTests() => _world.Count(900, 100);

    [Fact]
    public async Task DetectAsync_EnabledInSes_IsAResume()
    {
        await PausedAsync();
        _world.Clock.Advance(TimeSpan.FromHours(1));
        _world.Ses.Sets[World.SetName] = true;

        await LookAsync();

        _world.Topic.Kinds.ShouldBe(["Paused", "Resumed"]);
        _world.Topic.Published[^1].Mail.Text.ShouldContain("Sending was enabled directly in SES.");
        _world.State.Sending.ShouldBe(SendingStatus.Enabled);
        _world.State.ResumedAt.ShouldBe(_world.Clock.Now);
        _world.States.History[^1].Actor.ShouldBe(Actor.Elsewhere);
    }

    [Fact]
    public async Task DetectAsync_EnabledInSes_OldBouncesDoNotPauseAgain()
    {
        await PausedAsync();
        _world.Clock.Advance(TimeSpan.FromHours(1));
        _world.Ses.Sets[World.SetName] = true;

        await _world.SweepForAsync(TimeSpan.FromMinutes(40));

        _world.State.Sending.ShouldBe(SendingStatus.Enabled);
        _world.Ses.Changes.ShouldBe(["marketing:False"]);
    }

    [Theory]
    [InlineData(23, 0)]
    [InlineData(24, 1)]
    [InlineData(47, 1)]
    [InlineData(48, 2)]
    [InlineData(72, 3)]
    public async Task DetectAsync_StillPaused_RemindsEveryDay(int hours, int reminders)
    {
        await PausedAsync();
        for (var hour = 0; hour < hours; hour++)
        {
            _world.Clock.Advance(TimeSpan.FromHours(1));
            await LookAsync();
        }

        _world.Topic.Kinds.Count(k => k == "StillPaused").ShouldBe(reminders);
    }

    [Fact]
    public async Task DetectAsync_RemindersSwitchedOff_NeverReminds()
    {
        _world.RemindEvery = TimeSpan.Zero;
        await PausedAsync();
        _world.Clock.Advance(TimeSpan.FromDays(30));

        await LookAsync();

        _world.Topic.Kinds.ShouldBe(["Paused"]);
    }

    [Fact]
    public async Task DetectAsync_PausedByAnOperator_IsWatchedAlike()
    {
        await _world.Operator().PauseAsync(World.Set, "jo", "maintenance", CancellationToken.None);
        _world.Clock.Advance(TimeSpan.FromHours(24));

        await LookAsync();

        _world.Topic.Kinds.ShouldBe(["PausedByOperator", "StillPaused"]);
    }

    [Fact]
    public async Task DetectAsync_TwoAtOnce_TellOnce()
    {
        await PausedAsync();
        _world.Clock.Advance(TimeSpan.FromHours(25));
        var state = _world.State;

        await _world.DriftDetector().DetectAsync([state], after: null, CancellationToken.None);
        await _world.DriftDetector().DetectAsync([state], after: null, CancellationToken.None);

        _world.Topic.Kinds.ShouldBe(["Paused", "StillPaused"]);
    }

    [Fact]
    public async Task RunAsync_SetPausedElsewhere_IsNeverTouched()
    {
        _world.States.Put(EntityState.New(World.Set) with { Version = 1 });
        _world.Ses.Sets[World.SetName] = false;
        await _world.SweepAsync();

        await _world.EvaluateAsync();
        await _world.SweepForAsync(TimeSpan.FromHours(2));

        _world.Ses.Changes.ShouldBeEmpty();
        _world.State.PausedBy.ShouldBe(PausedBy.Elsewhere);
    }

    [Fact]
    public async Task DetectAsync_PausedInSes_StaysPausedAndIsAnnounced()
    {
        var world = new World();
        world.Count(1_000);
        await world.EvaluateAsync();
        world.Ses.Sets[World.SetName] = false;

        await world.DriftDetector().DetectAsync([world.State], after: null, CancellationToken.None);

        world.State.Sending.ShouldBe(SendingStatus.Paused);
        world.State.PausedBy.ShouldBe(PausedBy.Elsewhere);
        world.Topic.Kinds.ShouldBe(["PausedByOperator"]);
        world.Ses.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_MoreSetsThanComparisonsInASweep_AllTakeTheirTurnWhicheverProcessSweeps()
    {
        for (var i = 0; i < 25; i++)
        {
            _world.States.Put(EntityState.New(ReputationEntity.ConfigurationSet($"set-{i}")) with { Version = 1 });
        }

        await _world.SweepForAsync(TimeSpan.FromMinutes(3));

        _world.Ses.Asked.Count.ShouldBeLessThanOrEqualTo(3 * SendingDriftDetector.EnabledPerSweep);
        _world.Ses.Asked.Distinct().Count().ShouldBe(25);
    }

    [Fact]
    public async Task RunAsync_MorePausedSetsThanComparisonsInASweep_TheLongestOverdueGoFirst()
    {
        for (var i = 0; i < 30; i++)
        {
            var entity = ReputationEntity.ConfigurationSet($"set-{i}");
            _world.Ses.Sets[entity.Name] = false;
            _world.States.Put(EntityState.New(entity) with { Version = 1, Sending = SendingStatus.Paused, RemindedAt = World.Noon });
            _world.Work.Put(entity, World.Noon - TimeSpan.FromMinutes(i));
        }

        await _world.SweepAsync();
        _world.Ses.Asked.Take(SendingDriftDetector.PausedPerSweep).ShouldBe(Enumerable.Range(10, 20).Reverse().Select(i => $"set-{i}"));

        await _world.SweepForAsync(TimeSpan.FromMinutes(1));
        _world.Ses.Asked.Distinct().Count().ShouldBe(30);
    }

    [Fact]
    public async Task DetectAsync_APausedSetWasDeletedInSes_ItsStateIsClearedWithoutAMail()
    {
        await PausedAsync();
        _world.Ses.Sets.Clear();
        var published = _world.Topic.Published.Count;

        await _world.SweepForAsync(TimeSpan.FromMinutes(2));

        _world.State.Sending.ShouldBe(SendingStatus.Enabled);
        _world.State.Level.ShouldBe(Level.Normal);
        _world.Topic.Published.Skip(published).ShouldNotContain(p => p.Mail.Attributes["entity"] == World.SetName);
        _world.States.History[^1].Evidence.ShouldBe("SES has no configuration set of this name any more.");
    }

    private async Task PausedAsync()
    {
        await _world.EvaluateAsync();
        _world.State.Sending.ShouldBe(SendingStatus.Paused);
    }

    private Task LookAsync() => _world.DriftDetector().DetectAsync([_world.State], after: null, CancellationToken.None);
}
