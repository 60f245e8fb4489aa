using Feedback.Acting;
using Feedback.Alerts;
using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Operating;

/// <summary>What a person asks for on the command line: resume or pause, with a reason that history keeps.</summary>
internal sealed class OperatorCommands(
    ISendingApi ses,
    IStateStore states,
    IPolicyStore policies,
    AlertDispatcher alerts,
    TimeProvider time)
{
    /// <summary>
    /// SES first, read back; then the state. If SES fails nothing has changed, and nothing judges the entity while its state is paused.
    /// </summary>
    /// <exception cref="SendingApiException">SES refused, failed, or still reports it as it was. Run the same command again.</exception>
    internal async Task<EntityState> ResumeAsync(ReputationEntity entity, string who, string reason, CancellationToken cancellationToken)
    {
        await SetAsync(entity, enabled: true, cancellationToken);
        var resumed = await MoveAsync(
            entity,
            who,
            reason,
            (state, now) => Resumption.Resume(state, now).Moved(now, Decider.Lease, AlertKind.Resumed, $"{who}: {reason}"),
            cancellationToken);

        // A pause that was on its way may have come in between.
        if (await ses.IsEnabledAsync(entity, cancellationToken) is false)
        {
            await SetAsync(entity, enabled: true, cancellationToken);
        }

        return await TellAsync(resumed, cancellationToken);
    }

    /// <inheritdoc cref="ResumeAsync"/>
    internal async Task<EntityState> PauseAsync(ReputationEntity entity, string who, string reason, CancellationToken cancellationToken)
    {
        await SetAsync(entity, enabled: false, cancellationToken);
        var paused = await MoveAsync(
            entity,
            who,
            reason,
            (state, now) => state.Paused(PausedBy.Operator, now).Moved(now, Decider.Lease, AlertKind.PausedByOperator, $"{who}: {reason}"),
            cancellationToken);
        return await TellAsync(paused, cancellationToken);
    }

    private async Task<EntityState> MoveAsync(
        ReputationEntity entity,
        string who,
        string reason,
        Func<EntityState, DateTimeOffset, EntityState> move,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = move(await states.GetAsync(entity, cancellationToken), time.GetUtcNow());
            if (await states.TryMoveAsync(next, HistoryEntry.Of(next, who, reason), cancellationToken))
            {
                return next;
            }
        }
    }

    private async Task SetAsync(ReputationEntity entity, bool enabled, CancellationToken cancellationToken)
    {
        await ses.SetEnabledAsync(entity, enabled, cancellationToken);
        if (await ses.IsEnabledAsync(entity, cancellationToken) != enabled)
        {
            throw new SendingApiException($"SES took the call, but does not report {entity.Name} as {(enabled ? "sending" : "paused")}.", inner: null);
        }
    }

    private async Task<EntityState> TellAsync(EntityState state, CancellationToken cancellationToken) =>
        await alerts.DispatchAsync(state, await policies.GetAsync(state.Entity, cancellationToken), cancellationToken) ?? state;
}
