using Feedback.Reputation;

namespace Feedback.Deciding;

/// <summary>
/// Changes states under optimistic concurrency: reads a state, computes the next, and writes it on the condition that the table still
/// holds the version that was read. If another process was first, it starts again from what that process wrote.
/// </summary>
internal sealed class StateTransitions(IStateStore states)
{
    /// <summary>Far more than processes ever compete for one state: more attempts than this mean that the condition can never hold.</summary>
    internal const int MaximumAttempts = 100;

    /// <summary>Writes what <paramref name="compute"/> makes of the state. Null if it wants no change.</summary>
    internal async Task<EntityState?> MoveAsync(
        ReputationEntity entity,
        Func<EntityState, Task<StateChange?>> compute,
        CancellationToken cancellationToken) =>
        await MoveAsync(await states.GetAsync(entity, cancellationToken), compute, cancellationToken);

    /// <inheritdoc cref="MoveAsync(ReputationEntity, Func{EntityState, Task{StateChange}}, CancellationToken)"/>
    internal Task<EntityState?> MoveAsync(ReputationEntity entity, Func<EntityState, StateChange?> compute, CancellationToken cancellationToken) =>
        MoveAsync(entity, state => Task.FromResult(compute(state)), cancellationToken);

    /// <summary>The same, from a state that has been read already.</summary>
    internal Task<EntityState?> MoveAsync(EntityState state, Func<EntityState, StateChange?> compute, CancellationToken cancellationToken) =>
        MoveAsync(state, current => Task.FromResult(compute(current)), cancellationToken);

    /// <summary>Writes one change that was computed from a state. Null if another process has changed the state since.</summary>
    internal async Task<EntityState?> TryMoveAsync(StateChange change, CancellationToken cancellationToken) =>
        await states.TryMoveAsync(change.Next, change.History, cancellationToken) ? change.Next : null;

    private async Task<EntityState?> MoveAsync(EntityState state, Func<EntityState, Task<StateChange?>> compute, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MaximumAttempts; attempt++)
        {
            if (await compute(state) is not { } change)
            {
                return null;
            }

            if (await TryMoveAsync(change, cancellationToken) is { } written)
            {
                return written;
            }

            state = await states.GetAsync(state.Entity, cancellationToken);
        }

        throw new InvalidOperationException($"The state of {state.Entity} could not be written in {MaximumAttempts} attempts: each found another version.");
    }
}
