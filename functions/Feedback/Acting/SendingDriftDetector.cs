using Feedback.Deciding;
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

    private const string EnabledNote = "Sending was enabled directly in SES.";
    private const string DisabledNote = "Sending was disabled directly in SES. Feedback leaves it disabled.";
    private const string DeletedNote = "SES has no configuration set of this name any more.";

    /// <param name="found">The states to compare, as they were read.</param>
    /// <param name="after">Called with each state as the comparison left it.</param>
    /// <param name="cancellationToken">Ends the comparisons.</param>
    internal async Task DetectAsync(IEnumerable<EntityState> found, Func<EntityState, Task>? after, CancellationToken cancellationToken)
    {
        foreach (var state in found.Where(state => state.Entity.ConfigurationSetName is not null || state.Sending == SendingStatus.Paused))
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            try
            {
                // An alert that can't be published must not hide that the set was enabled. The attempt to publish it has changed the state.
                var current = state.IsUnfinished ? await states.GetAsync(state.Entity, cancellationToken) : state;
                var left = current.Sending == SendingStatus.Pausing ? current : await DetectAsync(current, cancellationToken);
                if (after is not null)
                {
                    await after(left);
                }
            }
            catch (Exception exception)
            {
                // The boundary of one set: a later sweep compares it again.
                Log.DriftNotDetected(logger, exception, state.Entity.Key);
            }
        }
    }

    private async Task<EntityState> DetectAsync(EntityState state, CancellationToken cancellationToken)
    {
        var enabled = await ses.IsEnabledAsync(state.Entity, cancellationToken);
        if (state.VerifyEnabled && enabled is false)
        {
            // The call of a pause that an operator overtook: the operator wins.
            Log.PauseOvertaken(logger, state.Entity.Name);
            await ses.SetEnabledAsync(state.Entity, enabled: true, cancellationToken);
            return state;
        }

        if (ChangeFor(state, enabled, time.GetUtcNow()) is not { } change)
        {
            return state;
        }

        return await transitions.TryMoveAsync(change, cancellationToken) is { } moved
            ? await reconciler.ReconcileAsync(moved, cancellationToken) ?? moved
            : await states.GetAsync(state.Entity, cancellationToken);
    }

    private StateChange? ChangeFor(EntityState state, bool? enabled, DateTimeOffset now) => (state.Sending, enabled) switch
    {
        (SendingStatus.Paused, true) =>
            StateChange.Transition(Resumption.Resume(state, now).Moved(now, AlertKind.Resumed, EnabledNote), Actor.Elsewhere, EnabledNote),
        (SendingStatus.Paused, null) =>
            StateChange.Transition(Resumption.Resume(state, now).Moved(now), Actor.Elsewhere, DeletedNote),
        (SendingStatus.Enabled, false) => StateChange.Transition(
            state.Paused(PausedBy.Elsewhere, now).Moved(now, AlertKind.PausedByOperator, DisabledNote), Actor.Elsewhere, DisabledNote),
        (SendingStatus.Paused, false) when remindEvery > TimeSpan.Zero && now - (state.RemindedAt ?? now) >= remindEvery =>
            StateChange.Transition((state with { RemindedAt = now }).Moved(now, AlertKind.StillPaused), Actor.Feedback, string.Empty),
        (SendingStatus.Enabled, true) when state.VerifyEnabled && now - state.ChangedAt >= EntityState.Lease =>
            StateChange.Bookkeeping(state with { VerifyEnabled = false }),
        _ => null,
    };
}
