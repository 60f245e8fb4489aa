using Feedback.Alarms;
using Feedback.Alerts;
using Feedback.Deciding;
using Feedback.Reputation;
using Feedback.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace Feedback.Tests.Alarms;

/// <summary>SES's own metrics as the second detector: the same state machine, without queues or counters.</summary>
public sealed class SesAlarmHandlerTests
{
    private readonly World _world = new();

    [Fact]
    public async Task HandleAsync_SesFindsTooManyBounces_PausesAndSaysWhoFoundIt()
    {
        await HandleAsync();

        _world.Ses.Changes.ShouldBe(["marketing:False"]);
        _world.Topic.Kinds.ShouldBe(["Paused"]);
        _world.Topic.Published[0].Mail.Text.ShouldContain("SES's own metric Reputation.BounceRate is over 4% (CloudWatch alarm bounces-marketing).");
        _world.Faults.Calls.ShouldNotContain("counters.Read");
    }

    [Fact]
    public async Task HandleAsync_OldCountsInTheState_AreNotToldAsTheReason()
    {
        _world.Count(975, 25, age: TimeSpan.Zero);
        await _world.EvaluateAsync();
        _world.Clock.Advance(TimeSpan.FromDays(20));

        await HandleAsync();

        var mail = _world.Topic.Published[^1].Mail;
        mail.Attributes["kind"].ShouldBe("Paused");
        mail.Subject.ShouldBe("PAUSED: marketing, by SES's own metric (eu-west-1, 123456789012)");
        mail.Text.ShouldNotContain("25 of 1000");
    }

    [Theory]
    [InlineData("Observe", "Critical")]
    [InlineData("Off", null)]
    public async Task HandleAsync_NotEnforcing_PausesNothing(string mode, string? told)
    {
        _world.Policies.Default = Policy.Default with { Mode = Enum.Parse<Mode>(mode) };

        await HandleAsync();
        await HandleAsync();

        _world.Ses.Changes.ShouldBeEmpty();
        _world.Topic.Kinds.ShouldBe(told is null ? [] : [told]);
    }

    [Fact]
    public async Task EvaluateAsync_SesAlarmStands_TheLevelStaysForAsLong()
    {
        _world.Policies.Default = Policy.Default with { Mode = Mode.Observe };
        await HandleAsync();

        await _world.SweepForAsync(TimeSpan.FromHours(30));
        _world.Topic.Kinds.ShouldBe(["Critical"]);

        await HandleAsync(state: "OK");
        _world.Topic.Kinds.ShouldBe(["Critical"]);
        await _world.SweepForAsync(TimeSpan.FromMinutes(30));
        _world.Topic.Kinds.ShouldBe(["Critical", "Recovered"]);
        (_world.State.Finding, _world.State.FindingOverAt).ShouldBe((null, null));
    }

    [Fact]
    public async Task EvaluateAsync_SesAlarmIsOverWithinADay_TheLevelStaysForTheDay()
    {
        _world.Policies.Default = Policy.Default with { Mode = Mode.Observe };
        await HandleAsync();
        await _world.SweepForAsync(TimeSpan.FromHours(1));
        await HandleAsync(state: "OK");

        await _world.SweepForAsync(TimeSpan.FromHours(22));
        _world.Topic.Kinds.ShouldBe(["Critical"]);

        await _world.SweepForAsync(TimeSpan.FromHours(2));
        _world.Topic.Kinds.ShouldBe(["Critical", "Recovered"]);
    }

    [Fact]
    public async Task EvaluateAsync_TheModeBecomesEnforceWhileSesAlarmStands_Pauses()
    {
        _world.Policies.Default = Policy.Default with { Mode = Mode.Observe };
        await HandleAsync();
        await _world.SweepForAsync(TimeSpan.FromHours(30));
        _world.Policies.Default = Policy.Default;

        await _world.SweepForAsync(TimeSpan.FromMinutes(30));

        _world.Ses.Changes.ShouldBe(["marketing:False"]);
        _world.Topic.Kinds.ShouldBe(["Critical", "Paused"]);
        _world.Topic.Published[^1].Mail.Text.ShouldContain("SES's own metric Reputation.BounceRate is over 4%");
    }

    [Fact]
    public async Task EvaluateAsync_TheModeBecomesEnforceAfterSesAlarmIsOver_PausesNothing()
    {
        _world.Policies.Default = Policy.Default with { Mode = Mode.Observe };
        await HandleAsync();
        await HandleAsync(state: "OK");
        _world.Policies.Default = Policy.Default;

        await _world.SweepForAsync(TimeSpan.FromMinutes(30));

        _world.Ses.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task HandleAsync_OneOfTwoAlarmsIsOver_TheOtherKeepsTheLevel()
    {
        _world.Policies.Default = Policy.Default with { Mode = Mode.Observe };
        await HandleAsync();
        await HandleAsync(metric: "Reputation.ComplaintRate");
        await HandleAsync(metric: "Reputation.ComplaintRate");
        await HandleAsync(state: "OK");

        await _world.SweepForAsync(TimeSpan.FromHours(30));

        _world.Topic.Kinds.ShouldBe(["Critical"]);
        _world.State.Finding.ShouldBe("SES's own metric Reputation.ComplaintRate is over 4% (CloudWatch alarm bounces-marketing).");
    }

    [Fact]
    public async Task HandleAsync_TheAlarmStartsAgain_TheLevelStaysForAsLong()
    {
        _world.Policies.Default = Policy.Default with { Mode = Mode.Observe };
        await HandleAsync();
        await HandleAsync(state: "OK");
        await HandleAsync();

        await _world.SweepForAsync(TimeSpan.FromHours(30));

        _world.Topic.Kinds.ShouldBe(["Critical"]);
    }

    [Fact]
    public async Task HandleAsync_SesFindsWhatOurCountersFoundWhileObserving_KeepsTheLevelWhenOurRatesRecover()
    {
        _world.Policies.Default = Policy.Default with { Mode = Mode.Observe };
        _world.Count(900, 100);
        await _world.EvaluateAsync();
        await HandleAsync();

        _world.Clock.Advance(TimeSpan.FromDays(9)); // no window holds the bounces any more
        await _world.SweepForAsync(TimeSpan.FromMinutes(30));

        (_world.State.Level, _world.State.IsFoundBySes).ShouldBe((Level.Critical, true));
        _world.Topic.Kinds.ShouldNotContain("Recovered");
    }

    [Fact]
    public async Task HandleAsync_AlarmOfAPausedSetIsOver_LeavesItPaused()
    {
        await HandleAsync();
        await HandleAsync(state: "OK");

        _world.State.Sending.ShouldBe(SendingStatus.Paused);
        _world.State.IsFoundBySes.ShouldBeTrue();
    }

    [Fact]
    public async Task EvaluateAsync_OurRatesAreCriticalToo_IsToldOnce()
    {
        _world.Policies.Default = Policy.Default with { Mode = Mode.Observe };
        await HandleAsync();
        _world.Count(900, 100);

        await _world.EvaluateAsync();

        _world.Topic.Kinds.ShouldBe(["Critical"]);
    }

    [Fact]
    public async Task HandleAsync_TheSetStaysPaused_TheReminderSaysWhoFoundIt()
    {
        await HandleAsync();
        _world.Clock.Advance(TimeSpan.FromHours(24));
        await _world.SweepForAsync(TimeSpan.FromMinutes(1));

        _world.Topic.Kinds.ShouldBe(["Paused", "StillPaused"]);
        _world.Topic.Published[^1].Mail.Text.ShouldContain("SES's own metric");
        _world.Topic.Published[^1].Mail.Json.ShouldContain("\"finding\":\"SES\\u0027s own metric");
    }

    [Fact]
    public async Task HandleAsync_FindingFromBeforeTheResume_DoesNotPauseAgain()
    {
        await HandleAsync();
        _world.Clock.Advance(TimeSpan.FromHours(1));
        await _world.Operator().ResumeAsync(World.Set, "jo", "list cleaned", CancellationToken.None);

        await HandleAsync(at: World.Noon + TimeSpan.FromMinutes(30));
        _world.State.Sending.ShouldBe(SendingStatus.Enabled);

        await HandleAsync(at: _world.Clock.Now + TimeSpan.FromMinutes(1));
        _world.State.Sending.ShouldBe(SendingStatus.Paused);
    }

    [Theory]
    [InlineData("0.04", true)]
    [InlineData("0.0399", false)] // an alarm at less than our critical threshold
    public async Task HandleAsync_AlarmsThreshold_MustBeCriticalToo(string threshold, bool paused)
    {
        await HandleAsync(threshold: threshold);

        _world.Ses.Changes.Count.ShouldBe(paused ? 1 : 0);
    }

    [Fact]
    public async Task HandleAsync_SameAlarmTwice_SendsOneMail()
    {
        await HandleAsync();
        await HandleAsync();

        _world.Topic.Kinds.ShouldBe(["Paused"]);
        _world.Ses.Changes.Count.ShouldBe(1);
    }

    [Fact]
    public async Task HandleAsync_AlarmIsOver_PausesNothing()
    {
        await HandleAsync(state: "OK");

        _world.Ses.Changes.ShouldBeEmpty();
        _world.State.Version.ShouldBe(0);
    }

    [Fact]
    public async Task HandleAsync_ASetThatSesDoesNotKnow_SaysSoAndPausesNothing()
    {
        _world.Ses.Sets.Remove(World.SetName);

        await HandleAsync();

        _world.Topic.Kinds.ShouldBe(["AlreadyPaused"]);
        _world.Topic.Published[0].Mail.Text.ShouldContain("SES has no configuration set of this name.");
        _world.Topic.Published[0].Mail.Subject.ShouldNotContain("paused", Case.Insensitive);
    }

    [Fact]
    public async Task HandleAsync_OurCountersFoundItFirst_ChangesNothing()
    {
        _world.Count(900, 100);
        await _world.EvaluateAsync();

        await HandleAsync();

        _world.Topic.Kinds.ShouldBe(["Paused"]);
        _world.State.Finding.ShouldBeNull();
    }

    private Task HandleAsync(string state = "ALARM", string threshold = "0.04", DateTimeOffset? at = null, string metric = "Reputation.BounceRate") =>
        new SesAlarmHandler(
            _world.Transitions(), _world.Policies, _world.Reconciler(), _world.Runner(), _world.Clock, NullLogger<SesAlarmHandler>.Instance).HandleAsync(
            $$"""
            {"AlarmName":"bounces-marketing","NewStateValue":"{{state}}","StateChangeTime":"{{(at ?? World.Noon).UtcDateTime:yyyy-MM-ddTHH:mm:ss.fff}}+0000",
             "Trigger":{"MetricName":"{{metric}}","Namespace":"AWS/SES","Threshold":{{threshold}},
             "ComparisonOperator":"GreaterThanOrEqualToThreshold",
                        "Dimensions":[{"name":"ses:configuration-set","value":"marketing"}] } }
            """,
            CancellationToken.None);
}
