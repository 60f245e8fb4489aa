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

        await _world.DriftDetector().DetectAsync([state], CancellationToken.None);
        await _world.DriftDetector().DetectAsync([state], CancellationToken.None);

        _world.Topic.Kinds.ShouldBe(["Paused", "StillPaused"]);
    }

    [Fact]
    public async Task RunAsync_SetPausedElsewhere_IsNeverTouched()
    {
        _world.Ses.Sets[World.SetName] = false;
        await _world.EvaluateAsync();

        await _world.SweepForAsync(TimeSpan.FromHours(2));

        _world.Ses.Changes.ShouldBeEmpty();
        _world.State.PausedBy.ShouldBe(PausedBy.Elsewhere);
        _world.State.Level.ShouldBe(Level.Critical);
    }

    [Fact]
    public async Task DetectAsync_PausedInSes_StaysPausedAndIsAnnounced()
    {
        var world = new World();
        world.Count(1_000);
        await world.EvaluateAsync();
        world.Ses.Sets[World.SetName] = false;

        await world.DriftDetector().DetectAsync([world.State], CancellationToken.None);

        world.State.Sending.ShouldBe(SendingStatus.Paused);
        world.State.PausedBy.ShouldBe(PausedBy.Elsewhere);
        world.Topic.Kinds.ShouldBe(["PausedByOperator"]);
        world.Ses.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task DetectAsync_MoreSetsThanTurns_LooksAtAllInTurn()
    {
        var states = Enumerable.Range(0, 25).Select(i => EntityState.New(ReputationEntity.ConfigurationSet($"set-{i}")) with { Version = 1 }).ToList();
        var driftDetector = _world.DriftDetector();

        for (var sweep = 0; sweep < 3; sweep++)
        {
            _world.Clock.Advance(TimeSpan.FromMinutes(1));
            await driftDetector.DetectAsync(states, CancellationToken.None);
        }

        _world.Faults.CountOf("ses.Get").ShouldBe(3 * SendingDriftDetector.EnabledPerSweep);
        _world.Ses.Asked.Distinct().Count().ShouldBe(25);
    }

    private async Task PausedAsync()
    {
        await _world.EvaluateAsync();
        _world.State.Sending.ShouldBe(SendingStatus.Paused);
    }

    private Task LookAsync() => _world.DriftDetector().DetectAsync([_world.State], CancellationToken.None);
}
