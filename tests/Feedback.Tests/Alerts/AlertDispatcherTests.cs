using Feedback.Alerts;
using Feedback.Deciding;
using Feedback.Notifications;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Alerts;

public sealed class AlertDispatcherTests
{
    private readonly World _world = new();

    [Fact]
    public async Task DispatchAsync_APendingAlert_IsPublishedAndTakenOut()
    {
        var cleared = await DispatchAsync(Pending());

        _world.Topic.Kinds.ShouldBe(["Warning"]);
        _world.State.Alert.ShouldBeNull();
        cleared.ShouldBe(_world.State);
    }

    [Fact]
    public async Task DispatchAsync_NothingPending_DoesNothing()
    {
        var state = Pending() with { Alert = null };

        (await DispatchAsync(state)).ShouldBeSameAs(state);
        _world.Faults.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task DispatchAsync_TheTopicFails_KeepsTheAlertPending()
    {
        _world.Faults.Fail("topic.Publish");

        (await DispatchAsync(Pending())).ShouldBeNull();

        _world.State.Alert.ShouldNotBeNull();
    }

    [Fact]
    public async Task DispatchAsync_TheSampleCannotBeRead_PublishesWithoutIt()
    {
        _world.Faults.Fail("outcomes.LatestEvents");

        await DispatchAsync(Pending());

        _world.Topic.Kinds.ShouldBe(["Warning"]);
        _world.State.Alert.ShouldBeNull();
    }

    [Fact]
    public async Task DispatchAsync_SeveralTargets_TellsEachOfThemOnce()
    {
        var pager = AddTarget("pager");

        await DispatchAsync(Pending());

        _world.Topic.Kinds.ShouldBe(["Warning"]);
        pager.Kinds.ShouldBe(["Warning"]);
        pager.Published[0].Mail.ShouldBe(_world.Topic.Published[0].Mail);
    }

    [Theory]
    [InlineData("topic")]
    [InlineData("pager")]
    public async Task DispatchAsync_OneTargetFails_TellsTheOtherOnceAndThatOneLater(string failing)
    {
        var pager = AddTarget("pager");
        _world.Faults.Fail($"{failing}.Publish");

        (await DispatchAsync(Pending())).ShouldBeNull();
        _world.Topic.Kinds.Concat(pager.Kinds).ShouldBe(["Warning"]);
        _world.State.Alert.ShouldNotBeNull().TakenBy.ShouldBe([failing == "pager" ? "topic" : "pager"]);

        _world.Faults.Heal($"{failing}.Publish");
        (await DispatchAsync(_world.State)).ShouldNotBeNull().Alert.ShouldBeNull();
        _world.Topic.Kinds.ShouldBe(["Warning"]);
        pager.Kinds.ShouldBe(["Warning"]);
    }

    [Fact]
    public async Task DispatchAsync_OneTargetKeepsFailing_IsGivenUpSinceOnCallWasTold()
    {
        AddTarget("pager");
        _world.Faults.Fail("pager.Publish");
        await DispatchAsync(Pending());

        _world.Clock.Advance(AlertDispatcher.TriedFor - TimeSpan.FromSeconds(1));
        var before = _world.State.Version;
        (await DispatchAsync(_world.State)).ShouldBeNull();
        _world.State.Version.ShouldBe(before);

        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        (await DispatchAsync(_world.State)).ShouldNotBeNull();
        _world.State.Alert.ShouldBeNull();
        _world.Topic.Kinds.ShouldBe(["Warning"]);
    }

    [Fact]
    public async Task DispatchAsync_ATargetThatDoesNotWantIt_IsNoTargetThatTookIt()
    {
        _world.Targets.Add(new FakeAlertTarget(_world.Faults, "pager") { Wanted = alert => alert.Page is not null });
        _world.Faults.Fail("topic.Publish");

        (await DispatchAsync(Pending())).ShouldBeNull();

        _world.State.Alert.ShouldNotBeNull().TakenBy.ShouldBeEmpty();
        _world.Faults.Calls.ShouldNotContain("pager.Publish");
    }

    [Fact]
    public async Task DispatchAsync_EveryTargetFailsForLong_StaysPending()
    {
        _world.Faults.Fail("topic.Publish");
        Pending();

        _world.Clock.Advance(AlertDispatcher.TriedFor * 10);

        (await DispatchAsync(_world.State)).ShouldBeNull();
        _world.State.Alert.ShouldNotBeNull();
    }

    [Fact]
    public async Task DispatchAsync_EveryTargetFails_KeepsTheAlertPending()
    {
        AddTarget("pager");
        _world.Faults.Fail("topic.Publish");
        _world.Faults.Fail("pager.Publish");

        (await DispatchAsync(Pending())).ShouldBeNull();

        _world.State.Alert.ShouldNotBeNull();
    }

    [Fact]
    public async Task DispatchAsync_TheSetHasATopicOfItsOwn_GivesItsPolicyToTheTarget()
    {
        var policy = Policy.Default with { AlarmTopicArn = "arn:own" };

        await _world.Dispatcher().DispatchAsync(Pending(), policy, CancellationToken.None);

        _world.Topic.Published.ShouldHaveSingleItem().Policy.ShouldBe(policy);
    }

    [Fact]
    public async Task DispatchAsync_StateMovedOnWithTheAlertStillPending_TakesItOutThere()
    {
        var state = Pending();
        _world.States.Put(state with { Version = state.Version + 3, LeasedUntil = World.Noon + TimeSpan.FromHours(1) });

        var cleared = await DispatchAsync(state);

        cleared!.Version.ShouldBe(state.Version + 4);
        cleared.LeasedUntil.ShouldBe(World.Noon + TimeSpan.FromHours(1));
        _world.State.Alert.ShouldBeNull();
    }

    [Fact]
    public async Task DispatchAsync_StateHasANewerAlert_LeavesThatPending()
    {
        var state = Pending();
        var newer = state with { Version = state.Version + 1, Alert = new PendingAlert(AlertKind.Critical, state.Version + 1) };
        _world.States.Put(newer);

        (await DispatchAsync(state)).ShouldBeNull();

        _world.State.ShouldBe(newer);
    }

    [Fact]
    public async Task DispatchAsync_EventsInTheLedger_AreTheSample()
    {
        await _world.Recorder().RecordAsync(
            [Sample.Observe(Evidence.HardBounced, subtype: "Permanent/NoEmail", recipient: "ann@mail.example")],
            CancellationToken.None);

        await DispatchAsync(Pending());

        var text = _world.Topic.Published[0].Mail.Text;
        text.ShouldContain("Recipient domains: mail.example (1)");
        text.ShouldContain("Bounce and complaint types: Permanent/NoEmail (1)");
        text.ShouldContain("  feedback-1\n");
    }

    private FakeAlertTarget AddTarget(string name)
    {
        var target = new FakeAlertTarget(_world.Faults, name);
        _world.Targets.Add(target);
        return target;
    }

    private EntityState Pending() =>
        _world.States.Put((EntityState.New(World.Set) with { Version = 2, Level = Level.Warning }).Moved(World.Noon, AlertKind.Warning));

    private Task<EntityState?> DispatchAsync(EntityState state) => _world.Dispatcher().DispatchAsync(state, Policy.Default, CancellationToken.None);
}
