using Feedback.Alerts;
using Feedback.Outcomes;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Sending;

/// <summary>
/// Looks at what SES says of sets that nothing is under way for but, perhaps, an alert. People act in the console: a set they enabled is resumed here too, a set
/// they paused is theirs. And on-call must not forget a paused set.
/// </summary>
internal sealed class SendingWatch(
    ISendingApi ses,
    IStateStore states,
    IPolicyStore policies,
    AlertDispatcher alerts,
    TimeProvider time,
    TimeSpan remindEvery,
    ILogger<SendingWatch> logger)
{
    /// <summary>Looks per sweep, since SES takes few questions a second: with more sets than this they take turns.</summary>
    internal const int PausedPerSweep = 20;

    /// <inheritdoc cref="PausedPerSweep"/>
    internal const int EnabledPerSweep = 10;

    private readonly Dictionary<Subject, DateTimeOffset> _looked = [];

    internal async Task LookAsync(IEnumerable<SubjectState> found, CancellationToken cancellation)
    {
        var sets = found.Where(state => state.Subject.ConfigurationSetName is not null || state.Sending == SendingStatus.Paused)
            .OrderBy(state => _looked.GetValueOrDefault(state.Subject))
            .ToLookup(state => state.Sending == SendingStatus.Paused);
        foreach (var state in sets[true].Take(PausedPerSweep).Concat(sets[false].Take(EnabledPerSweep)))
        {
            if (cancellation.IsCancellationRequested)
            {
                return;
            }

            try
            {
                _looked[state.Subject] = time.GetUtcNow();

                // An alert that does not get out must not hide that somebody enabled the set. The try at it has moved the state.
                var current = state.IsUnfinished ? await states.GetAsync(state.Subject, cancellation) : state;
                await LookAsync(current, await ses.IsEnabledAsync(state.Subject, cancellation), cancellation);
            }
            catch (Exception exception)
            {
                // The boundary of one set: the next sweeps look again.
                Log.LookFailed(logger, exception, state.Subject.Key);
            }
        }
    }

    private Task LookAsync(SubjectState state, bool? enabled, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return (state.Sending, enabled) switch
        {
            (SendingStatus.Paused, true) => TellAsync(
                Resumption.Resume(state, now).Moved(now, Decider.Lease, AlertKind.Resumed, "Somebody enabled it in SES."),
                nameof(PausedBy.Elsewhere),
                cancellation),
            (SendingStatus.Enabled, false) => TellAsync(
                state.Paused(PausedBy.Elsewhere, now).Moved(now, Decider.Lease, AlertKind.PausedByOperator, "Somebody paused it in SES. Feedback leaves it so."),
                nameof(PausedBy.Elsewhere),
                cancellation),
            (SendingStatus.Paused, false) when remindEvery > TimeSpan.Zero && now - (state.RemindedAt ?? now) >= remindEvery => TellAsync(
                (state with { RemindedAt = now }).Moved(now, Decider.Lease, AlertKind.StillPaused),
                HistoryEntry.Feedback,
                cancellation),
            _ => Task.CompletedTask,
        };
    }

    private async Task TellAsync(SubjectState next, string who, CancellationToken cancellation)
    {
        if (await states.TryMoveAsync(next, HistoryEntry.Of(next, who, next.Alert?.Note ?? string.Empty), cancellation))
        {
            await alerts.DispatchAsync(next, await policies.GetAsync(next.Subject, cancellation), cancellation);
        }
    }
}
