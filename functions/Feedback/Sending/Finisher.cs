using Feedback.Alerts;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Sending;

/// <summary>
/// Brings the world in line with decided states: SES calls for a decided pause, then the alert. Whatever it leaves undone stays written in
/// the state, and the next sweep calls it again.
/// </summary>
internal sealed class Finisher(
    PauseController pauses,
    AlertDispatcher alerts,
    IStateStore states,
    IPolicyStore policies,
    TimeProvider time,
    ILogger<Finisher> logger)
{
    /// <summary>Finishes as many as there is time for, the most harmful first: SES takes about one pause a second.</summary>
    internal async Task FinishAsync(IEnumerable<SubjectState> decided, CancellationToken cancellation)
    {
        foreach (var state in decided.OrderByDescending(Urgency))
        {
            if (cancellation.IsCancellationRequested)
            {
                return;
            }

            try
            {
                await FinishAsync(state, cancellation);
            }
            catch (Exception exception)
            {
                // The boundary of one subject: the others must not wait for it, and the sweep tries again.
                Log.FinishFailed(logger, exception, state.Subject.Key);
            }
        }
    }

    /// <summary>Pauses first; among them what SES itself found, then the most events.</summary>
    private static (bool Pausing, bool SesFound, long Events) Urgency(SubjectState state) =>
        (state.Sending == SendingStatus.Pausing, state.Finding is not null, state.Worst?.Events ?? 0);

    private async Task FinishAsync(SubjectState state, CancellationToken cancellation)
    {
        if (await LeaseAsync(state, cancellation) is not { } leased)
        {
            return;
        }

        Log.Transition(logger, state.Subject.Key, state.Change, state.Level.ToString(), state.Sending.ToString());
        var current = leased.Sending == SendingStatus.Pausing ? await pauses.PauseAsync(leased, cancellation) : leased;
        if (current is not null)
        {
            await alerts.DispatchAsync(current, await policies.GetAsync(state.Subject, cancellation), cancellation);
        }
    }

    /// <summary>Null if somebody else has moved on. A lease with time enough for a whole try is kept as it is.</summary>
    private async Task<SubjectState?> LeaseAsync(SubjectState state, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (state.LeasedUntil - now >= PauseController.Budget)
        {
            return state;
        }

        var leased = state with { Version = state.Version + 1, LeasedUntil = now + Decider.Lease };
        return await states.TryMoveAsync(leased, history: null, cancellation) ? leased : null;
    }
}
