using Feedback.Acting;
using Feedback.Deciding;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Operating;

public sealed class OperatorCommandsTests
{
    private readonly World _world = new();

    [Fact]
    public async Task ResumeAsync_APausedSet_EnablesItAndTells()
    {
        await PausedAsync();

        var resumed = await ResumeAsync();

        _world.Ses.Sets[World.SetName].ShouldBeTrue();
        _world.Topic.Kinds.ShouldBe(["Paused", "Resumed"]);
        _world.Topic.Published[^1].Mail.Text.ShouldContain("jo: list cleaned");
        _world.States.History[^1].ShouldSatisfyAllConditions(
            h => h.What.ShouldBe("Resumed"),
            h => h.Actor.ShouldBe(Actor.Operator("jo")),
            h => h.Evidence.ShouldBe("list cleaned"));
        resumed.IsUnfinished.ShouldBeFalse();
        resumed.ShouldBe(_world.State);
    }

    [Fact]
    public async Task ResumeAsync_OldBounces_DoNotPauseAgain()
    {
        await PausedAsync();
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        await ResumeAsync();

        // What was sent before goes on bouncing.
        for (var minute = 0; minute < 60; minute++)
        {
            _world.Count(0, 5, age: _world.Clock.Now - World.Noon + TimeSpan.FromMinutes(1));
            await _world.EvaluateAsync();
            await _world.SweepForAsync(TimeSpan.FromMinutes(1));
        }

        _world.State.Sending.ShouldBe(SendingStatus.Enabled);
        _world.State.Level.ShouldBe(Level.Normal);
        _world.Ses.Changes.ShouldBe(["marketing:False", "marketing:True"]);
    }

    [Fact]
    public async Task ResumeAsync_NewBounces_PauseAgain()
    {
        await PausedAsync();
        _world.Clock.Advance(TimeSpan.FromMinutes(20));
        await ResumeAsync();
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        _world.Count(960, 40, age: TimeSpan.Zero);

        await _world.EvaluateAsync();

        _world.State.Sending.ShouldBe(SendingStatus.Paused);
        _world.Topic.Kinds.ShouldBe(["Paused", "Resumed", "Paused"]);
        _world.State.Worst.ShouldBe(new Rate(Signal.Bounce, Window.Parse("1h"), 40, 1_000));
    }

    [Fact]
    public async Task ResumeAsync_EvaluatedBetweenItsSteps_StaysResumed()
    {
        await PausedAsync();
        _world.Faults.Before = async call =>
        {
            if (call == "ses.Put")
            {
                _world.Faults.Before = null;
                await _world.EvaluateAsync();
            }
        };

        await ResumeAsync();

        _world.State.Sending.ShouldBe(SendingStatus.Enabled);
        _world.Ses.Sets[World.SetName].ShouldBeTrue();
        _world.Topic.Kinds.ShouldBe(["Paused", "Resumed"]);
    }

    [Fact]
    public async Task ResumeAsync_SesRefuses_SendsNoAlert()
    {
        await PausedAsync();
        _world.Ses.Throttle();
        await Should.ThrowAsync<SendingApiException>(ResumeAsync());
        _world.Ses.Relent();

        await _world.SweepForAsync(TimeSpan.FromMinutes(5));

        _world.Ses.Sets[World.SetName].ShouldBeFalse();
        _world.Topic.Kinds.ShouldNotContain("Resumed");
    }

    [Fact]
    public async Task ResumeAsync_SesRefusedTheFirstTime_SucceedsTheSecond()
    {
        await PausedAsync();
        _world.Ses.Throttle();
        await Should.ThrowAsync<SendingApiException>(ResumeAsync());
        _world.Ses.Relent();

        await ResumeAsync();

        _world.Ses.Sets[World.SetName].ShouldBeTrue();
        _world.Topic.Kinds.ShouldBe(["Paused", "Resumed"]);
    }

    [Fact]
    public async Task ResumeAsync_SesTakesTheCallAndDoesNothing_Fails()
    {
        await PausedAsync();
        _world.Ses.Lies = true;

        (await Should.ThrowAsync<SendingApiException>(ResumeAsync())).Message.ShouldContain("does not report marketing as sending");
    }

    [Fact]
    public async Task PauseAsync_ASendingSet_PausesItAndTells()
    {
        var paused = await _world.Operator().PauseAsync(World.Set, "jo", "wrong list", CancellationToken.None);

        _world.Ses.Sets[World.SetName].ShouldBeFalse();
        _world.Topic.Kinds.ShouldBe(["PausedByOperator"]);
        paused.PausedBy.ShouldBe(PausedBy.Operator);
        paused.Sending.ShouldBe(SendingStatus.Paused);
        _world.States.History.ShouldHaveSingleItem().Evidence.ShouldBe("wrong list");
    }

    [Fact]
    public async Task PauseAsync_SesRefuses_LeavesTheStateAlone()
    {
        _world.Ses.Throttle();

        await Should.ThrowAsync<SendingApiException>(_world.Operator().PauseAsync(World.Set, "jo", "wrong list", CancellationToken.None));

        _world.State.Version.ShouldBe(0);
        _world.Topic.Published.ShouldBeEmpty();
    }

    [Fact]
    public async Task PauseAsync_CriticalMeanwhile_StaysTheOperatorsPause()
    {
        await _world.Operator().PauseAsync(World.Set, "jo", "wrong list", CancellationToken.None);
        _world.Count(900, 100);

        await _world.EvaluateAsync();
        await _world.SweepForAsync(TimeSpan.FromMinutes(5));

        _world.State.PausedBy.ShouldBe(PausedBy.Operator);
        _world.Ses.Changes.ShouldBe(["marketing:False"]);
    }

    private async Task PausedAsync()
    {
        _world.Count(900, 100);
        await _world.EvaluateAsync();
        _world.State.Sending.ShouldBe(SendingStatus.Paused);
    }

    private Task<EntityState> ResumeAsync() => _world.Operator().ResumeAsync(World.Set, "jo", "list cleaned", CancellationToken.None);
}
