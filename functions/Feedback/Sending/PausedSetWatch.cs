using Feedback.Alerts;
using Feedback.Reputation;

namespace Feedback.Sending;

/// <summary>Looks after sets that are paused: somebody may have enabled one in SES, and on-call must not forget one.</summary>
internal sealed class PausedSetWatch(
    ISendingApi ses,
    IStateStore states,
    IPolicyStore policies,
    AlertDispatcher alerts,
    TimeProvider time,
    TimeSpan remindEvery)
{
    internal async Task LookAsync(SubjectState state, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (await ses.IsEnabledAsync(state.Subject.ConfigurationSetName!, cancellation) is true)
        {
            var resumed = Resumption.Resume(state, now).Moved(now, Decider.Lease, AlertKind.Resumed, "Somebody enabled the set in SES.");
            await TellAsync(resumed, nameof(PausedBy.Elsewhere), resumed.Alert!.Note!, cancellation);
        }
        else if (remindEvery > TimeSpan.Zero && now - (state.RemindedAt ?? now) >= remindEvery)
        {
            var reminded = (state with { RemindedAt = now }).Moved(now, Decider.Lease, AlertKind.StillPaused);
            await TellAsync(reminded, HistoryEntry.Feedback, evidence: string.Empty, cancellation);
        }
    }

    private async Task TellAsync(SubjectState next, string who, string evidence, CancellationToken cancellation)
    {
        var history = HistoryEntry.Of(next, next.Alert!.Kind.ToString(), who, evidence);
        if (await states.TryMoveAsync(next, history, cancellation))
        {
            await alerts.DispatchAsync(next, await policies.GetAsync(next.Subject, cancellation), cancellation);
        }
    }
}
