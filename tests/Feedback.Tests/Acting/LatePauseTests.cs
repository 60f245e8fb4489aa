using Feedback.Acting;
using Feedback.Deciding;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Acting;

/// <summary>A pause that comes too late: a person has resumed the set, or it is not called for any more.</summary>
public sealed class LatePauseTests
{
    private readonly World _world = new();

    public LatePauseTests() => _world.Count(960, 40);

    [Fact]
    public async Task PauseAsync_APersonResumesWhileTheCallIsOnItsWay_TheirsCounts()
    {
        _world.Faults.Before = async call =>
        {
            if (call == "ses.Put")
            {
                _world.Faults.Before = null;
                await _world.Operator().ResumeAsync(World.Set, "ann", "a mistake", CancellationToken.None);
            }
        };

        await _world.EvaluateAsync();

        _world.Ses.Changes.ShouldBe(["marketing:True", "marketing:False", "marketing:True"]);
        _world.State.Sending.ShouldBe(SendingStatus.Enabled);
        await _world.SweepForAsync(TimeSpan.FromMinutes(2));
        AlertKinds().ShouldBe(["Resumed"]);
    }

    [Fact]
    public async Task PauseAsync_APersonResumesAndTheReadBackFails_TheirsCounts()
    {
        _world.Faults.Before = async call =>
        {
            if (call == "ses.Put")
            {
                _world.Faults.Before = null;
                await _world.Operator().ResumeAsync(World.Set, "ann", "a mistake", CancellationToken.None);
                _world.Faults.Fail("ses.Get", () => new SendingApiException("SES throttles.", inner: null), times: 1);
            }
        };

        await _world.EvaluateAsync();

        _world.Ses.Sets[World.SetName].ShouldBeTrue();
        await _world.SweepForAsync(TimeSpan.FromMinutes(2));
        AlertKinds().ShouldBe(["Resumed"]);
    }

    [Fact]
    public async Task ResumeAsync_ThePauseIsConfirmedBeforeTheStateIsWritten_SendsAllTheSame()
    {
        _world.Ses.Throttle();
        await _world.EvaluateAsync();
        _world.Ses.Relent();
        _world.Clock.Advance(TimeSpan.FromMinutes(2));
        _world.Faults.Before = async call =>
        {
            if (call == "states.Get")
            {
                _world.Faults.Before = null;
                await _world.Reconciler().ReconcileAsync([_world.State], CancellationToken.None);
            }
        };

        await _world.Operator().ResumeAsync(World.Set, "ann", "a mistake", CancellationToken.None);

        _world.Ses.Sets[World.SetName].ShouldBeTrue();
        _world.State.Sending.ShouldBe(SendingStatus.Enabled);
    }

    [Theory]
    [InlineData("Observe")]
    [InlineData("Off")]
    public async Task PauseAsync_TheModeChangesWhileSesThrottles_IsTakenBack(string mode)
    {
        _world.Ses.Lies = true;
        await _world.EvaluateAsync();
        _world.Policies.Default = Policy.Default with { Mode = Enum.Parse<Mode>(mode) };
        await _world.SweepForAsync(TimeSpan.FromMinutes(2));
        _world.Ses.Lies = false;

        await _world.SweepForAsync(TimeSpan.FromMinutes(30));

        _world.Ses.Sets[World.SetName].ShouldBeTrue();
        _world.State.Sending.ShouldBe(SendingStatus.Enabled);
        AlertKinds().ShouldBe(["Critical"]);
        _world.Topic.Published.Last(p => p.Mail.Attributes["entity"] == World.SetName).Mail.Text
            .ShouldContain($"The pause was taken back: the mode was set to {mode} before SES confirmed it.");
    }

    [Fact]
    public async Task PauseAsync_TheRateIsHarmlessBeforeSesRelents_IsTakenBack()
    {
        _world.Ses.Lies = true;
        await _world.EvaluateAsync();
        _world.Count(99_000);
        await _world.SweepForAsync(TimeSpan.FromMinutes(20));
        _world.Ses.Lies = false;

        await _world.SweepForAsync(TimeSpan.FromHours(1));

        _world.Ses.Sets[World.SetName].ShouldBeTrue();
        AlertKinds().ShouldBe(["PauseFailing", "Recovered"]);
    }

    [Theory]
    [InlineData("Observe")]
    [InlineData("Off")]
    public async Task PauseAsync_SesCannotBeAskedForHoursAndTheModeChanges_IsTakenBack(string mode)
    {
        _world.Ses.Throttle();
        await _world.EvaluateAsync();
        _world.Policies.Default = Policy.Default with { Mode = Enum.Parse<Mode>(mode) };
        await _world.SweepForAsync(TimeSpan.FromHours(3));
        _world.Ses.Relent();

        await _world.SweepForAsync(TimeSpan.FromMinutes(5));

        _world.Ses.Sets[World.SetName].ShouldBeTrue();
        _world.State.Sending.ShouldBe(SendingStatus.Enabled);
        _world.Ses.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task PauseAsync_SesCannotBeAskedForHoursAndTheRateFalls_IsTakenBack()
    {
        _world.Ses.Throttle();
        await _world.EvaluateAsync();
        _world.Count(99_000);
        await _world.SweepForAsync(TimeSpan.FromHours(3));
        _world.Ses.Relent();

        await _world.SweepForAsync(TimeSpan.FromMinutes(5));

        _world.Ses.Sets[World.SetName].ShouldBeTrue();
        _world.State.Sending.ShouldBe(SendingStatus.Enabled);
    }

    /// <summary>The process ends, or its deadline comes, between its call and the look whether an operator was first.</summary>
    [Fact]
    public async Task PauseAsync_EndsBeforeItGivesWayToAResume_TheSweepEnablesTheSetAgain()
    {
        _world.Faults.Before = async call =>
        {
            if (call == "ses.Put")
            {
                _world.Faults.Before = null;
                await _world.Operator().ResumeAsync(World.Set, "ann", "a mistake", CancellationToken.None);
                _world.Faults.Fail("ses.Get", () => new OperationCanceledException("the function's deadline"), times: 1);
            }
        };
        await _world.EvaluateAsync();
        _world.Ses.Sets[World.SetName].ShouldBeFalse();

        await _world.SweepForAsync(TimeSpan.FromMinutes(4));

        _world.Ses.Sets[World.SetName].ShouldBeTrue();
        _world.State.Sending.ShouldBe(SendingStatus.Enabled);
        _world.State.VerifyEnabled.ShouldBeFalse();
        AlertKinds().ShouldBe(["Resumed"]);
    }

    [Fact]
    public async Task ResumeAsync_NoPauseOnItsWay_LaterPauseInSesIsRespected()
    {
        await _world.EvaluateAsync();
        await _world.Operator().ResumeAsync(World.Set, "ann", "a mistake", CancellationToken.None);
        _world.Ses.Sets[World.SetName] = false;

        await _world.SweepForAsync(TimeSpan.FromMinutes(3));

        _world.Ses.Sets[World.SetName].ShouldBeFalse();
        _world.State.PausedBy.ShouldBe(PausedBy.Elsewhere);
    }

    private IReadOnlyList<string> AlertKinds() =>
        [.. _world.Topic.Published.Where(p => p.Mail.Attributes["entity"] == World.SetName).Select(p => p.Mail.Attributes["kind"])];
}
