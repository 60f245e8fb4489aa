using Feedback.Alerts;
using Feedback.Deciding;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Acting;

/// <summary>
/// Brings the world in line with decided states: SES calls for a decided pause, then the alert. Whatever it leaves undone stays written in
/// the state, and the next sweep calls it again.
/// </summary>
internal sealed class Reconciler(
    PauseController pauses,
    AlertDispatcher alerts,
    IStateStore states,
    IPolicyStore policies,
    TimeProvider time,
    ILogger<Reconciler> logger)
{
    /// <summary>Finishes as many as there is time for, the most harmful first: SES takes about one pause a second.</summary>
    internal async Task ReconcileAsync(IEnumerable<EntityState> decided, CancellationToken cancellationToken)
    {
        foreach (var state in decided.OrderByDescending(Urgency))
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            try
            {
                await ReconcileAsync(state, cancellationToken);
            }
            catch (Exception exception)
            {
                // The boundary of one entity: the others must not wait for it, and the sweep tries again.
                Log.ReconcileFailed(logger, exception, state.Entity.Key);
            }
        }
    }

    /// <summary>Pauses first; among them what SES itself found, then the most events.</summary>
    private static (bool Pausing, bool SesFound, long Events) Urgency(EntityState state) =>
        (state.Sending == SendingStatus.Pausing, state.Finding is not null, state.Worst?.Events ?? 0);

    private async Task ReconcileAsync(EntityState state, CancellationToken cancellationToken)
    {
        if (await LeaseAsync(state, cancellationToken) is not { } leased)
        {
            return;
        }

        Log.Transition(logger, state.Entity.Key, state.Change, state.Level.ToString(), state.Sending.ToString());
        var current = leased.Sending == SendingStatus.Pausing ? await pauses.PauseAsync(leased, cancellationToken) : leased;
        if (current is not null)
        {
            await alerts.DispatchAsync(current, await policies.GetAsync(state.Entity, cancellationToken), cancellationToken);
        }
    }

    /// <summary>Null if somebody else has moved on. A lease with time enough for a whole try is kept as it is.</summary>
    private async Task<EntityState?> LeaseAsync(EntityState state, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (state.LeasedUntil - now >= PauseController.Budget)
        {
            return state;
        }

        var leased = state with { Version = state.Version + 1, LeasedUntil = now + Decider.Lease };
        return await states.TryMoveAsync(leased, history: null, cancellationToken) ? leased : null;
    }
}
