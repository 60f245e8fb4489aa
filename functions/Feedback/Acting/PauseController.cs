using Feedback.Deciding;
using Microsoft.Extensions.Logging;

namespace Feedback.Acting;

/// <summary>
/// Takes an entity from <see cref="SendingStatus.Pausing"/> to <see cref="SendingStatus.Paused"/>: announce, call SES, read back, confirm. The
/// process may end after any step; the state says where the next attempt goes on. A first attempt takes one call and one question, so that
/// SES's rate of one a second is the rate of pauses too; the attempts after it ask first.
/// </summary>
internal sealed class PauseController(
    ISendingApi ses,
    IStateStore states,
    StateTransitions transitions,
    StalePauseCheck stalePauses,
    TimeProvider time,
    TimeSpan remindEvery,
    ILogger<PauseController> logger)
{
    /// <summary>How long SES may fail before on-call is told. A single throttled call passes by itself.</summary>
    internal static readonly TimeSpan FailureToldAfter = TimeSpan.FromMinutes(3);

    /// <summary>The time for all SES calls of one attempt, repeated ones and their turns included; it ends before the lease does.</summary>
    internal static readonly TimeSpan Budget = EntityState.Lease - TimeSpan.FromSeconds(10);

    /// <summary>Returns the state as this attempt leaves it, with the alert that is due; null if another process has changed the state.</summary>
    internal async Task<EntityState?> PauseAsync(EntityState state, CancellationToken cancellationToken)
    {
        using var budget = new CancellationTokenSource(Budget, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellationToken);
        EntityState? left;
        try
        {
            left = await TryPauseAsync(state, both.Token);
        }
        catch (Exception exception) when (exception is SendingApiException || budget.IsCancellationRequested)
        {
            Log.PauseUnfinished(logger, exception, state.Entity.Name);
            left = await TellFailureAsync(state, exception.Message, cancellationToken);
        }

        if (left is null)
        {
            await GiveWayAsync(state, cancellationToken);
        }

        return left;
    }

    private async Task<EntityState?> TryPauseAsync(EntityState state, CancellationToken cancellationToken)
    {
        if (state.PauseRequested && await ses.IsEnabledAsync(state.Entity, cancellationToken) is not true and var found)
        {
            // The call of an earlier attempt took effect although its answer got lost, or on-call disabled the set by hand.
            return await ConfirmAsync(state, exists: found is not null, cancellationToken);
        }

        if (IsRetry(state) && await stalePauses.TakeBackAsync(state, cancellationToken) is { } takenBack)
        {
            return await transitions.TryMoveAsync(StateChange.Transition(takenBack, Actor.Feedback, takenBack.Alert!.Note!), cancellationToken);
        }

        if (await AnnounceAsync(state, cancellationToken) is not { } announced)
        {
            return null;
        }

        var sends = await ses.SetEnabledAsync(state.Entity, enabled: false, cancellationToken)
            ? await ses.IsEnabledAsync(state.Entity, cancellationToken)
            : null;
        if (sends is true)
        {
            Log.PauseNotSeen(logger, state.Entity.Name);
            return await TellFailureAsync(announced, "SES accepted the call but still reports sending as enabled.", cancellationToken);
        }

        return await ConfirmAsync(announced, exists: sends is not null, cancellationToken);
    }

    /// <summary>The first attempt follows the decision at once; nothing can have changed since.</summary>
    private bool IsRetry(EntityState state) => state.PauseRequested || time.GetUtcNow() - state.PausedAt >= EntityState.Lease;

    /// <summary>Enables the set again if it was resumed, or its pause taken back, while the call that disables it was on its way.</summary>
    private async Task GiveWayAsync(EntityState state, CancellationToken cancellationToken)
    {
        var current = await states.GetAsync(state.Entity, cancellationToken);
        if (current.Sending == SendingStatus.Enabled && await ses.IsEnabledAsync(state.Entity, cancellationToken) is false)
        {
            Log.PauseOvertaken(logger, state.Entity.Name);
            await ses.SetEnabledAsync(state.Entity, enabled: true, cancellationToken);
        }
    }

    /// <summary>Records that SES is about to be called. Null if another process has changed the state.</summary>
    private async Task<EntityState?> AnnounceAsync(EntityState state, CancellationToken cancellationToken) => state.PauseRequested
        ? state
        : await transitions.TryMoveAsync(StateChange.Bookkeeping(state with { PauseRequested = true }), cancellationToken);

    private async Task<EntityState?> ConfirmAsync(EntityState state, bool exists, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var by = exists ? PausedBy.Feedback : PausedBy.Elsewhere;
        var note = exists ? state.Finding : "SES has no configuration set of this name.";
        var paused = (state with { Sending = SendingStatus.Paused, PausedBy = by, PausedAt = now, RemindedAt = now })
            .Moved(now, exists ? AlertKind.Paused : AlertKind.AlreadyPaused, note);
        var evidence = note ?? paused.Worst?.ToString() ?? string.Empty;
        var confirmed = await transitions.TryMoveAsync(StateChange.Transition(paused, Actor.Of(by), evidence), cancellationToken);
        if (confirmed is not null)
        {
            Log.Paused(logger, state.Entity.Name, by.ToString(), evidence);
        }

        return confirmed;
    }

    /// <summary>Alerts only if the failure persists, then repeats at the reminder interval.</summary>
    private async Task<EntityState?> TellFailureAsync(EntityState tried, string error, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var state = await states.GetAsync(tried.Entity, cancellationToken);
        if (state.Sending != SendingStatus.Pausing)
        {
            return null;
        }

        var isDue = state.PauseFailureToldAt is { } told
            ? remindEvery > TimeSpan.Zero && now - told >= remindEvery
            : now - state.PausedAt >= FailureToldAfter;
        if (!isDue)
        {
            return state;
        }

        var failing = (state with { PauseFailureToldAt = now }).Moved(now, AlertKind.PauseFailing, error);
        return await transitions.TryMoveAsync(StateChange.Transition(failing, Actor.Feedback, error), cancellationToken);
    }
}
