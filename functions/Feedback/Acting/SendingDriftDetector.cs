using Feedback.Deciding;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Acting;

/// <summary>
/// Compares SES's sending status with ours for sets with no operation in progress. A set that an operator enabled in SES is resumed here
/// too, and a set that an operator disabled stays disabled. Reminds on-call of paused sets.
/// </summary>
internal sealed class SendingDriftDetector(
    ISendingApi ses,
    IStateStore states,
    StateTransitions transitions,
    Reconciler reconciler,
    TimeProvider time,
    TimeSpan remindEvery,
    ILogger<SendingDriftDetector> logger)
{
    /// <summary>Comparisons in one sweep, since SES answers few questions a second. With more sets than this, they take turns.</summary>
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

                // An alert that can't be published must not hide that the set was enabled. The attempt to publish it has changed the state.
                var current = state.IsUnfinished ? await states.GetAsync(state.Entity, cancellationToken) : state;
                await DetectAsync(current, await ses.IsEnabledAsync(state.Entity, cancellationToken), cancellationToken);
            }
            catch (Exception exception)
            {
                // The boundary of one set: a later sweep compares it again.
                Log.DriftNotDetected(logger, exception, state.Entity.Key);
            }
        }
    }

    private async Task DetectAsync(EntityState state, bool? enabled, CancellationToken cancellationToken)
    {
        if (ChangeFor(state, enabled, time.GetUtcNow()) is { } change && await transitions.TryMoveAsync(change, cancellationToken) is { } moved)
        {
            await reconciler.ReconcileAsync(moved, cancellationToken);
        }
    }

    private StateChange? ChangeFor(EntityState state, bool? enabled, DateTimeOffset now)
    {
        const string EnabledNote = "Sending was enabled directly in SES.";
        const string DisabledNote = "Sending was disabled directly in SES. Feedback leaves it disabled.";
        return (state.Sending, enabled) switch
        {
            (SendingStatus.Paused, true) =>
                StateChange.Transition(Resumption.Resume(state, now).Moved(now, AlertKind.Resumed, EnabledNote), Actor.Elsewhere, EnabledNote),
            (SendingStatus.Enabled, false) =>
                StateChange.Transition(
                    state.Paused(PausedBy.Elsewhere, now).Moved(now, AlertKind.PausedByOperator, DisabledNote), Actor.Elsewhere, DisabledNote),
            (SendingStatus.Paused, false) when remindEvery > TimeSpan.Zero && now - (state.RemindedAt ?? now) >= remindEvery =>
                StateChange.Transition((state with { RemindedAt = now }).Moved(now, AlertKind.StillPaused), Actor.Feedback, string.Empty),
            _ => null,
        };
    }
}
