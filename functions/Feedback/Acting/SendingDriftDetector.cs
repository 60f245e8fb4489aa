using Feedback.Alerts;
using Feedback.Deciding;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Acting;

/// <summary>
/// Looks at what SES says of sets that nothing is under way for but, perhaps, an alert. People act in the console: a set they enabled is resumed here too, a set
/// they paused is theirs. And on-call must not forget a paused set.
/// </summary>
internal sealed class SendingDriftDetector(
    ISendingApi ses,
    IStateStore states,
    IPolicyStore policies,
    AlertDispatcher alerts,
    TimeProvider time,
    TimeSpan remindEvery,
    ILogger<SendingDriftDetector> logger)
{
    /// <summary>Looks per sweep, since SES takes few questions a second: with more sets than this they take turns.</summary>
    internal const int PausedPerSweep = 20;

    /// <inheritdoc cref="PausedPerSweep"/>
    internal const int EnabledPerSweep = 10;

    private readonly Dictionary<ReputationEntity, DateTimeOffset> _compared = [];

    internal async Task DetectAsync(IEnumerable<EntityState> found, CancellationToken cancellationToken)
    {
        var sets = found.Where(state => state.Entity.ConfigurationSetName is not null || state.Sending == SendingStatus.Paused)
            .OrderBy(state => _compared.GetValueOrDefault(state.Entity))
            .ToLookup(state => state.Sending == SendingStatus.Paused);
        foreach (var state in sets[true].Take(PausedPerSweep).Concat(sets[false].Take(EnabledPerSweep)))
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            try
            {
                _compared[state.Entity] = time.GetUtcNow();

                // An alert that does not get out must not hide that somebody enabled the set. The try at it has moved the state.
                var current = state.IsUnfinished ? await states.GetAsync(state.Entity, cancellationToken) : state;
                await DetectAsync(current, await ses.IsEnabledAsync(state.Entity, cancellationToken), cancellationToken);
            }
            catch (Exception exception)
            {
                // The boundary of one set: the next sweeps look again.
                Log.DriftNotDetected(logger, exception, state.Entity.Key);
            }
        }
    }

    private Task DetectAsync(EntityState state, bool? enabled, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return (state.Sending, enabled) switch
        {
            (SendingStatus.Paused, true) => TellAsync(
                Resumption.Resume(state, now).Moved(now, Decider.Lease, AlertKind.Resumed, "Somebody enabled it in SES."),
                nameof(PausedBy.Elsewhere),
                cancellationToken),
            (SendingStatus.Enabled, false) => TellAsync(
                state.Paused(PausedBy.Elsewhere, now).Moved(now, Decider.Lease, AlertKind.PausedByOperator, "Somebody paused it in SES. Feedback leaves it so."),
                nameof(PausedBy.Elsewhere),
                cancellationToken),
            (SendingStatus.Paused, false) when remindEvery > TimeSpan.Zero && now - (state.RemindedAt ?? now) >= remindEvery => TellAsync(
                (state with { RemindedAt = now }).Moved(now, Decider.Lease, AlertKind.StillPaused),
                HistoryEntry.Feedback,
                cancellationToken),
            _ => Task.CompletedTask,
        };
    }

    private async Task TellAsync(EntityState next, string who, CancellationToken cancellationToken)
    {
        if (await states.TryMoveAsync(next, HistoryEntry.Of(next, who, next.Alert?.Note ?? string.Empty), cancellationToken))
        {
            await alerts.DispatchAsync(next, await policies.GetAsync(next.Entity, cancellationToken), cancellationToken);
        }
    }
}
