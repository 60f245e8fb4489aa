using Feedback.Deciding;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Acting;

public sealed class ReconcilerTests
{
    private readonly World _world = new();

    [Fact]
    public async Task ReconcileAsync_ManySetsAtOnce_PausesTheMostHarmfulFirst()
    {
        var states = new[] { 20, 500, 100 }.Select(Pausing).ToList();

        await _world.Reconciler().ReconcileAsync(states, CancellationToken.None);

        _world.Ses.Changes.ShouldBe(["set-500:False", "set-100:False", "set-20:False"]);
    }

    [Fact]
    public async Task ReconcileAsync_OneFails_TheOthersAreReconciled()
    {
        var states = new[] { 20, 500 }.Select(Pausing).ToList();
        _world.Faults.Fail("ses.Put", times: 1);

        await _world.Reconciler().ReconcileAsync(states, CancellationToken.None);

        _world.Ses.Changes.ShouldBe(["set-20:False"]);
    }

    [Fact]
    public async Task ReconcileAsync_TheLeaseRanLow_IsRenewedBeforeSesIsCalled()
    {
        var state = Pausing(20);
        _world.Clock.Advance(TimeSpan.FromSeconds(30));

        await _world.Reconciler().ReconcileAsync([state], CancellationToken.None);

        _world.Faults.Calls[0].ShouldBe("states.Move");
        _world.Ses.Changes.ShouldBe(["set-20:False"]);
    }

    [Fact]
    public async Task ReconcileAsync_AnotherProcessTookOver_DoesNothing()
    {
        var state = Pausing(20);
        _world.Clock.Advance(TimeSpan.FromSeconds(61));
        _world.States.Put(state with { Version = state.Version + 1 });

        await _world.Reconciler().ReconcileAsync([state], CancellationToken.None);

        _world.Ses.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task ReconcileAsync_ANewerTransitionWasToldMeanwhile_SendsNoStaleMail()
    {
        _world.Count(970, 30);
        var warned = (await _world.Evaluator().EvaluateAsync(World.Set, CancellationToken.None)).Decided!;
        _world.Count(0, 20);
        await _world.EvaluateAsync();

        await _world.Reconciler().ReconcileAsync([warned], CancellationToken.None);

        _world.Topic.Kinds.ShouldBe(["Paused"]);
    }

    private EntityState Pausing(int events)
    {
        var name = $"set-{events}";
        _world.Ses.Sets[name] = true;
        var state = EntityState.New(ReputationEntity.ConfigurationSet(name)) with
        {
            Version = 1,
            Level = Level.Critical,
            Sending = SendingStatus.Pausing,
            LeasedUntil = _world.Clock.Now + EntityState.Lease,
            Worst = new Rate(Signal.Bounce, Window.Parse("1h"), events, Trials: 1_000),
        };
        _world.States.Put(state);
        return state;
    }
}
