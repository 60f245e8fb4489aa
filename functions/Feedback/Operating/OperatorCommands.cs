using Feedback.Acting;
using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Operating;

/// <summary>An operator's resume and pause, with the reason that the history keeps and the mail to on-call names.</summary>
internal sealed class OperatorCommands(
    ISendingApi ses,
    StateTransitions transitions,
    Reconciler reconciler,
    WorkRunner runner,
    TimeProvider time)
{
    /// <summary>
    /// Enables sending in SES, reads it back, and only then changes the state. If SES fails, nothing has changed. While the state is paused
    /// it is not evaluated, so the old rates can't interfere between the two steps.
    /// </summary>
    /// <returns>The state as it was left; it still has its alert if that could not be published.</returns>
    /// <exception cref="SendingApiException">SES rejected the call, failed, or still reports the old status. Run the same command again.</exception>
    internal async Task<EntityState> ResumeAsync(ReputationEntity entity, string operatorName, string reason, CancellationToken cancellationToken)
    {
        await SetAsync(entity, enabled: true, cancellationToken);
        return await MoveAsync(
            entity,
            operatorName,
            reason,
            (state, now, note) => Resumption.Resume(state, now).Moved(now, AlertKind.Resumed, note),
            () => EnsureEnabledAsync(entity, cancellationToken),
            cancellationToken);
    }

    /// <summary>Disables sending in SES, reads it back, and only then changes the state.</summary>
    /// <inheritdoc cref="ResumeAsync"/>
    internal async Task<EntityState> PauseAsync(ReputationEntity entity, string operatorName, string reason, CancellationToken cancellationToken)
    {
        await SetAsync(entity, enabled: false, cancellationToken);
        return await MoveAsync(
            entity,
            operatorName,
            reason,
            (state, now, note) => state.Paused(PausedBy.Operator, now).Moved(now, AlertKind.PausedByOperator, note),
            () => Task.CompletedTask,
            cancellationToken);
    }

    private async Task<EntityState> MoveAsync(
        ReputationEntity entity,
        string operatorName,
        string reason,
        Func<EntityState, DateTimeOffset, string, EntityState> move,
        Func<Task> verify,
        CancellationToken cancellationToken)
    {
        var after = await runner.RunAsync(
            entity,
            async () =>
            {
                var moved = await transitions.MoveAsync(
                    entity,
                    state => StateChange.Transition(move(state, time.GetUtcNow(), $"{operatorName}: {reason}"), Actor.Operator(operatorName), reason),
                    cancellationToken);
                await verify();
                return await reconciler.ReconcileAsync(moved!, cancellationToken) ?? moved;
            },
            cancellationToken);
        return after!;
    }

    /// <summary>The call of a pause that was on its way may have arrived after the resume.</summary>
    private async Task EnsureEnabledAsync(ReputationEntity entity, CancellationToken cancellationToken)
    {
        if (await ses.IsEnabledAsync(entity, cancellationToken) is false)
        {
            await SetAsync(entity, enabled: true, cancellationToken);
        }
    }

    private async Task SetAsync(ReputationEntity entity, bool enabled, CancellationToken cancellationToken)
    {
        if (!await ses.SetEnabledAsync(entity, enabled, cancellationToken))
        {
            throw new SendingApiException($"SES has no configuration set {entity.Name}.", inner: null);
        }

        if (await ses.IsEnabledAsync(entity, cancellationToken) != enabled)
        {
            throw new SendingApiException($"SES accepted the call, but does not report {entity.Name} as {(enabled ? "sending" : "paused")}.", inner: null);
        }
    }
}
