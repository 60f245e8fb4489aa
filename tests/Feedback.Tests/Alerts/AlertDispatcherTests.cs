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
    public async Task DispatchAsync_TheSetsOwnTopicIsGone_TellsTheDeployments()
    {
        _world.Faults.Fail("topic.Publish", times: 1);

        await _world.Dispatcher().DispatchAsync(Pending(), Policy.Default with { AlarmTopicArn = "arn:own" }, CancellationToken.None);

        _world.Topic.Published.ShouldHaveSingleItem().TopicArn.ShouldBeNull();
        _world.Topic.Published[0].Mail.Text.ShouldContain("The set's own alarm topic did not take this mail: arn:own");
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
        text.ShouldContain("Domains: mail.example (1)");
        text.ShouldContain("Subtypes: Permanent/NoEmail (1)");
        text.ShouldContain("  feedback-1\n");
    }

    private EntityState Pending() =>
        _world.States.Put((EntityState.New(World.Set) with { Version = 2, Level = Level.Warning }).Moved(World.Noon, AlertKind.Warning));

    private Task<EntityState?> DispatchAsync(EntityState state) => _world.Dispatcher().DispatchAsync(state, Policy.Default, CancellationToken.None);
}
