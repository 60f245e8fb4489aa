using System.Collections.Concurrent;
using Feedback.Alerts;
using Feedback.Deciding;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Acting;

/// <summary>
/// Brings SES and on-call in line with written states: the SES calls of a decided pause, then the alert. What it can't finish stays in the
/// state, and the next sweep tries again.
/// </summary>
internal sealed class Reconciler(
    PauseController pauses,
    AlertDispatcher alerts,
    IStateStore states,
    StateTransitions transitions,
    IPolicyStore policies,
    TimeProvider time,
    ILogger<Reconciler> logger)
{
    /// <summary>
    /// A pause needs a call and a read-back, each at one a second; this many overlap them and still get their turns within
    /// <see cref="PauseController.Budget"/>.
    /// </summary>
    internal const int AtOnce = 8;

    /// <summary>Reconciles as many states as there is time for, the most urgent first: SES accepts about one pause a second.</summary>
    /// <returns>The states that have nothing left to do, or that another attempt must go on with.</returns>
    internal async Task<IReadOnlyDictionary<ReputationEntity, EntityState>> ReconcileAsync(
        IReadOnlyCollection<EntityState> decided,
        CancellationToken cancellationToken)
    {
        var after = new ConcurrentDictionary<ReputationEntity, EntityState>();
        await BoundedParallel.ForEachAsync(decided.OrderByDescending(Urgency), AtOnce, ReconcileOneAsync, cancellationToken);
        return after;

        async Task ReconcileOneAsync(EntityState state, CancellationToken token)
        {
            try
            {
                Log.Transition(logger, state.Entity.Key, state.Change, state.Level.ToString(), state.Sending.ToString());
                if (await ReconcileAsync(state, token) is { } reconciled)
                {
                    after[state.Entity] = reconciled;
                }
            }
            catch (Exception exception)
            {
                // The boundary of one entity: the others go on, and the sweep tries this one again.
                Log.ReconcileFailed(logger, exception, state.Entity.Key);
            }
        }
    }

    /// <summary>Returns the state as this attempt leaves it; null if its alert is still pending, or if another process has changed it.</summary>
    internal async Task<EntityState?> ReconcileAsync(EntityState state, CancellationToken cancellationToken)
    {
        if (await LeaseAsync(state, cancellationToken) is not { } leased)
        {
            return null;
        }

        var current = leased.Sending == SendingStatus.Pausing ? await pauses.PauseAsync(leased, cancellationToken) : leased;
        return current is null || !await IsLatestAsync(current, cancellationToken)
            ? null
            : await alerts.DispatchAsync(current, await policies.GetAsync(state.Entity, cancellationToken), cancellationToken);
    }

    /// <summary>A mail must not follow the mail of a newer transition, which another process may have published meanwhile.</summary>
    private async Task<bool> IsLatestAsync(EntityState state, CancellationToken cancellationToken) =>
        state.Alert is not { } alert || (await states.GetAsync(state.Entity, cancellationToken)).Alert?.Version == alert.Version;

    /// <summary>Pauses before alerts; among pauses, findings of SES itself before Feedback's, then the most events.</summary>
    private static (bool Pausing, bool SesFound, long Events) Urgency(EntityState state) =>
        (state.Sending == SendingStatus.Pausing, state.Finding is not null, state.Worst?.Events ?? 0);

    /// <summary>Renews the lease if it leaves too little time for a whole attempt. Null if another process has changed the state.</summary>
    private async Task<EntityState?> LeaseAsync(EntityState state, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return state.LeasedUntil - now >= PauseController.Budget
            ? state
            : await transitions.TryMoveAsync(StateChange.Bookkeeping(state with { LeasedUntil = now + EntityState.Lease }), cancellationToken);
    }
}
