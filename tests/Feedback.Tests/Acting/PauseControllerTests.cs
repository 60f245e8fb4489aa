using Feedback.Acting;
using Feedback.Deciding;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Acting;

/// <summary>A decided pause against an SES that does not do as it is told.</summary>
public sealed class PauseControllerTests
{
    private readonly World _world = new();

    public PauseControllerTests() => _world.Count(960, 40);

    [Fact]
    public async Task PauseAsync_SesThrottlesForAWhile_TheSweepFinishes()
    {
        _world.Ses.Throttle();
        await _world.EvaluateAsync();
        _world.State.Sending.ShouldBe(SendingStatus.Pausing);
        _world.Ses.Relent();

        await _world.SweepForAsync(TimeSpan.FromMinutes(1));

        _world.State.Sending.ShouldBe(SendingStatus.Paused);
        AlertKinds().ShouldBe(["Paused"]);
    }

    [Theory]
    [InlineData("throttles")]
    [InlineData("lies")]
    public async Task PauseAsync_SesNeverConfirms_IsToldAgainEveryDay(string how)
    {
        Misbehave(how);
        await _world.EvaluateAsync();
        for (var hour = 0; hour < 50; hour++)
        {
            _world.Count(960, 40, age: TimeSpan.Zero);
            _world.Clock.Advance(TimeSpan.FromMinutes(59));
            await _world.SweepForAsync(TimeSpan.FromMinutes(1));
        }

        AlertKinds().ShouldBe(["PauseFailing", "PauseFailing", "PauseFailing"]);
    }

    [Theory]
    [InlineData("throttles")]
    [InlineData("lies")]
    public async Task PauseAsync_SesDoesNotConfirm_IsToldOnceAfterThreeMinutes(string how)
    {
        Misbehave(how);
        await _world.EvaluateAsync();
        await _world.SweepForAsync(TimeSpan.FromMinutes(2));
        AlertKinds().ShouldBeEmpty();

        await _world.SweepForAsync(TimeSpan.FromMinutes(1));
        AlertKinds().ShouldBe(["PauseFailing"]);

        await _world.SweepForAsync(TimeSpan.FromMinutes(30));
        AlertKinds().ShouldBe(["PauseFailing"]);
        _world.State.Sending.ShouldBe(SendingStatus.Pausing);
    }

    [Theory]
    [InlineData("throttles")]
    [InlineData("lies")]
    public async Task PauseAsync_SesRelentsAtLast_IsPausedAndToldSo(string how)
    {
        Misbehave(how);
        await _world.EvaluateAsync();
        await _world.SweepForAsync(TimeSpan.FromMinutes(10));
        _world.Ses.Lies = false;
        _world.Ses.Relent();

        await _world.SweepForAsync(TimeSpan.FromMinutes(2));

        _world.State.Sending.ShouldBe(SendingStatus.Paused);
        _world.State.PausedBy.ShouldBe(PausedBy.Feedback);
        AlertKinds().ShouldBe(["PauseFailing", "Paused"]);
    }

    [Fact]
    public async Task PauseAsync_SesHangs_GivesUpWithinTheLease()
    {
        _world.Faults.Before = call =>
        {
            if (call == "ses.Put")
            {
                _world.Clock.Advance(PauseController.Budget);
            }

            return Task.CompletedTask;
        };

        await _world.EvaluateAsync();

        _world.State.Sending.ShouldBe(SendingStatus.Pausing);
        _world.State.IsLeased(_world.Clock.Now).ShouldBeTrue();
        _world.Ses.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task PauseAsync_AnyPause_AsksSesOnceAndCallsItOnce()
    {
        await _world.EvaluateAsync();

        _world.Faults.Calls.Where(call => call.StartsWith("ses.", StringComparison.Ordinal)).ShouldBe(["ses.Put", "ses.Get"]);
        _world.State.Sending.ShouldBe(SendingStatus.Paused);
    }

    [Fact]
    public async Task PauseAsync_DisabledInSesBefore_StaysDisabled()
    {
        _world.Ses.Sets[World.SetName] = false;

        await _world.EvaluateAsync();
        await _world.SweepForAsync(TimeSpan.FromMinutes(5));

        _world.Ses.Sets[World.SetName].ShouldBeFalse();
        _world.Ses.Changes.ShouldBe(["marketing:False"]);
        AlertKinds().ShouldBe(["Paused"]);
    }

    [Fact]
    public async Task PauseAsync_SesKnowsNoSuchSet_SaysSo()
    {
        _world.Ses.Sets.Clear();

        await _world.EvaluateAsync();

        AlertKinds().ShouldBe(["AlreadyPaused"]);
        _world.Topic.Published[0].Mail.Text.ShouldContain("SES has no configuration set of this name.");
    }

    [Fact]
    public async Task PauseAsync_SetDeletedHalfway_DoesNotTryForEver()
    {
        _world.Faults.Fail("ses.Put", () => new SendingApiException("SES throttles.", inner: null), times: 1);
        await _world.EvaluateAsync();
        _world.State.PauseRequested.ShouldBeTrue();
        _world.Ses.Sets.Clear();

        await _world.SweepForAsync(TimeSpan.FromMinutes(5));

        AlertKinds().ShouldBe(["AlreadyPaused"]);
        _world.State.IsUnfinished.ShouldBeFalse();
    }

    [Fact]
    public async Task PauseAsync_CallTookEffectButItsAnswerWasLost_IsConfirmedWithoutAnotherCall()
    {
        _world.Put(EntityState.New(World.Set) with
        {
            Version = 4,
            Level = Level.Critical,
            Sending = SendingStatus.Pausing,
            PausedAt = World.Noon,
            PauseRequested = true,
        });
        _world.Ses.Sets[World.SetName] = false;

        await _world.SweepForAsync(TimeSpan.FromMinutes(2));

        _world.State.PausedBy.ShouldBe(PausedBy.Feedback);
        _world.Ses.Changes.ShouldBeEmpty();
        AlertKinds().ShouldBe(["Paused"]);
    }

    [Fact]
    public async Task PauseAsync_OperatorResumesMeanwhile_ConfirmsNothing()
    {
        _world.Ses.Throttle();
        await _world.EvaluateAsync();
        _world.Ses.Relent();
        await _world.Operator().ResumeAsync(World.Set, "jo", "false alarm", CancellationToken.None);

        await _world.SweepForAsync(TimeSpan.FromMinutes(3));

        _world.State.Sending.ShouldBe(SendingStatus.Enabled);
        _world.Ses.Sets[World.SetName].ShouldBeTrue();
        AlertKinds().ShouldBe(["Resumed"]);
    }

    [Fact]
    public async Task PauseAsync_ConfirmedLate_CountsAsPausedFromThenOn()
    {
        _world.Ses.Throttle();
        await _world.EvaluateAsync();
        await _world.SweepForAsync(TimeSpan.FromMinutes(20));
        _world.Ses.Relent();
        await _world.SweepForAsync(TimeSpan.FromMinutes(1));
        _world.State.PausedAt.ShouldBe(World.Noon + TimeSpan.FromMinutes(21));

        _world.Clock.Advance(TimeSpan.FromMinutes(2));
        var resumed = await _world.Operator().ResumeAsync(World.Set, "jo", "list cleaned", CancellationToken.None);

        // The set sent until 12:21, so the bucket from 12:15 on holds mail from before the pause.
        resumed.CountFrom.ShouldBe(World.Noon + TimeSpan.FromMinutes(30));
    }

    private void Misbehave(string how)
    {
        _world.Ses.Lies = how == "lies";
        if (how == "throttles")
        {
            _world.Ses.Throttle();
        }
    }

    /// <summary>What was told of the set; the sweep may tell of the account too.</summary>
    private List<string> AlertKinds() =>
        _world.Topic.Published.Where(p => p.Mail.Attributes["entity"] == World.SetName).Select(p => p.Mail.Attributes["kind"]).ToList();
}
