using Feedback.Deciding;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Acting;

/// <summary>
/// Takes a set from <see cref="SendingStatus.Pausing"/> to <see cref="SendingStatus.Paused"/>: look, announce, call SES, read back, confirm.
/// Each step may be the last before a crash; the state says where to go on.
/// </summary>
internal sealed class PauseController(
    ISendingApi ses,
    IStateStore states,
    StalePauseCheck stalePauses,
    TimeProvider time,
    TimeSpan remindEvery,
    ILogger<PauseController> logger)
{
    /// <summary>SES may fail for this long before on-call is told that a pause does not succeed.</summary>
    internal static readonly TimeSpan FailureToldAfter = TimeSpan.FromMinutes(3);

    /// <summary>All SES calls of one try, the SDK's own retries included, fit into the lease.</summary>
    internal static readonly TimeSpan Budget = Decider.Lease - TimeSpan.FromSeconds(10);

    /// <summary>The state as this try left it, with the alert that is due, if one is; null if somebody else has moved on.</summary>
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
            left = await TellFailureAsync(state.Entity, exception.Message, cancellationToken);
        }

        if (left is null)
        {
            await GiveWayAsync(state, cancellationToken);
        }

        return left;
    }

    private async Task<EntityState?> TryPauseAsync(EntityState state, CancellationToken cancellationToken)
    {
        var sends = await ses.IsEnabledAsync(state.Entity, cancellationToken);
        if (sends is null || (sends is false && !state.PauseRequested))
        {
            return await AlreadyPausedAsync(state, exists: sends is not null, cancellationToken);
        }

        if (sends is true && state.PauseRequested && await stalePauses.TakeBackAsync(state, cancellationToken) is { } takenBack)
        {
            return await MoveAsync(takenBack, HistoryEntry.Feedback, takenBack.Alert?.Note, cancellationToken);
        }

        if (await AnnounceAsync(state, cancellationToken) is not { } announced)
        {
            return null;
        }

        if (sends is true)
        {
            await ses.SetEnabledAsync(state.Entity, enabled: false, cancellationToken);
            sends = await ses.IsEnabledAsync(state.Entity, cancellationToken);
        }

        if (sends is true)
        {
            Log.PauseNotSeen(logger, state.Entity.Name);
            return await TellFailureAsync(announced.Entity, "SES accepted the pause but still reports the set as sending.", cancellationToken);
        }

        return sends is null
            ? await AlreadyPausedAsync(announced, exists: false, cancellationToken)
            : await ConfirmAsync(announced, PausedBy.Feedback, AlertKind.Paused, announced.Finding, cancellationToken);
    }

    /// <summary>A person may have resumed the set while our call was on its way, and it came after theirs: theirs counts.</summary>
    private async Task GiveWayAsync(EntityState state, CancellationToken cancellationToken)
    {
        var current = await states.GetAsync(state.Entity, cancellationToken);
        if (current.Sending == SendingStatus.Enabled && current.ResumedAt >= state.PausedAt && await ses.IsEnabledAsync(state.Entity, cancellationToken) is false)
        {
            Log.PauseOvertaken(logger, state.Entity.Name);
            await ses.SetEnabledAsync(state.Entity, enabled: true, cancellationToken);
        }
    }

    /// <summary>From here on a set found disabled is our doing. Null if somebody else has moved on.</summary>
    private async Task<EntityState?> AnnounceAsync(EntityState state, CancellationToken cancellationToken)
    {
        if (state.PauseRequested)
        {
            return state;
        }

        var announced = state with { PauseRequested = true, Version = state.Version + 1 };
        return await states.TryMoveAsync(announced, history: null, cancellationToken) ? announced : null;
    }

    private Task<EntityState?> AlreadyPausedAsync(EntityState state, bool exists, CancellationToken cancellationToken) => ConfirmAsync(
        state,
        PausedBy.Elsewhere,
        AlertKind.AlreadyPaused,
        exists ? "Somebody else had paused the set before Feedback could." : "SES knows no configuration set of this name (any more).",
        cancellationToken);

    private async Task<EntityState?> ConfirmAsync(EntityState state, PausedBy by, AlertKind kind, string? note, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var paused = (state with { Sending = SendingStatus.Paused, PausedBy = by, PausedAt = now, RemindedAt = now }).Moved(now, Decider.Lease, kind, note);
        var confirmed = await MoveAsync(paused, by.ToString(), note, cancellationToken);
        if (confirmed is not null)
        {
            Log.Paused(logger, state.Entity.Name, by.ToString(), Why(confirmed, note));
        }

        return confirmed;
    }

    private static string Why(EntityState state, string? note) => note ?? state.Worst?.ToString() ?? string.Empty;

    private async Task<EntityState?> MoveAsync(EntityState next, string who, string? note, CancellationToken cancellationToken) =>
        await states.TryMoveAsync(next, HistoryEntry.Of(next, who, Why(next, note)), cancellationToken) ? next : null;

    /// <summary>Only when it lasts, since a single throttled call is nobody's business at night; and again as often as of a paused set.</summary>
    private async Task<EntityState?> TellFailureAsync(ReputationEntity entity, string error, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var state = await states.GetAsync(entity, cancellationToken);
        if (state.Sending != SendingStatus.Pausing)
        {
            return null;
        }

        var isDue = state.PauseFailureToldAt is { } told
            ? remindEvery > TimeSpan.Zero && now - told >= remindEvery
            : now - state.PausedAt >= FailureToldAfter;
        return isDue
            ? await MoveAsync((state with { PauseFailureToldAt = now }).Moved(now, Decider.Lease, AlertKind.PauseFailing, error), HistoryEntry.Feedback, error, cancellationToken)
            : state;
    }
}
