using Feedback.Deciding;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Deciding;

public sealed class StateTransitionsTests
{
    private readonly World _world = new();

    [Fact]
    public async Task MoveAsync_NoOtherWriter_WritesTheNextVersionAndItsHistory()
    {
        var written = await _world.Transitions().MoveAsync(World.Set, Warn, CancellationToken.None);

        written!.Version.ShouldBe(1);
        _world.State.ShouldBe(written);
        _world.States.History.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            entry => entry.Actor.ShouldBe(Actor.Operator("jo")),
            entry => entry.Version.ShouldBe(1),
            entry => entry.What.ShouldBe("Warning"),
            entry => entry.Evidence.ShouldBe("a reason"));
    }

    [Fact]
    public async Task MoveAsync_NothingToChange_WritesNothing()
    {
        (await _world.Transitions().MoveAsync(World.Set, (EntityState _) => default(StateChange), CancellationToken.None)).ShouldBeNull();

        _world.Faults.Calls.ShouldBe(["states.Get"]);
    }

    [Fact]
    public async Task MoveAsync_AnotherProcessWasFirst_ComputesAgainFromItsState()
    {
        var seen = new List<Level>();

        var written = await _world.Transitions().MoveAsync(
            World.Set,
            state =>
            {
                seen.Add(state.Level);
                if (seen.Count == 1)
                {
                    _world.States.Put(state with { Version = 1, Level = Level.Critical });
                }

                return Warn(state);
            },
            CancellationToken.None);

        seen.ShouldBe([Level.Normal, Level.Critical]);
        written!.Version.ShouldBe(2);
        _world.States.History.Count.ShouldBe(1);
    }

    [Fact]
    public async Task MoveAsync_AChangeThatNeverFits_FailsAfterABoundedNumberOfAttempts()
    {
        static StateChange SkipAVersion(EntityState state) => new(state with { Version = state.Version + 2 }, History: null);

        var exception = await Should.ThrowAsync<InvalidOperationException>(
            _world.Transitions().MoveAsync(World.Set, SkipAVersion, CancellationToken.None));

        exception.Message.ShouldContain("set/marketing");
        _world.Faults.CountOf("states.Move").ShouldBe(StateTransitions.MaximumAttempts);
    }

    [Fact]
    public async Task TryMoveAsync_AnotherProcessWasFirst_GivesUpAtOnce()
    {
        var state = _world.State;
        _world.States.Put(state with { Version = 1 });

        (await _world.Transitions().TryMoveAsync(StateChange.Bookkeeping(state), CancellationToken.None)).ShouldBeNull();

        _world.Faults.Calls.ShouldBe(["states.Move"]);
    }

    private static StateChange Warn(EntityState state) =>
        StateChange.Transition((state with { Level = Level.Warning }).Moved(World.Noon, AlertKind.Warning), Actor.Operator("jo"), "a reason");
}
