using Feedback.Alerts;
using Feedback.Outcomes;
using Microsoft.Extensions.Logging;

namespace Feedback.Sending;

/// <summary>
/// Takes a set from <see cref="SendingStatus.Pausing"/> to <see cref="SendingStatus.Paused"/>: look, announce, call SES, read back, confirm.
/// Each step may be the last before a crash; the state says where to go on.
/// </summary>
internal sealed class PauseController(
    ISendingApi ses,
    IStateStore states,
    PauseReview review,
    TimeProvider time,
    TimeSpan remindEvery,
    ILogger<PauseController> logger)
{
    /// <summary>SES may fail for this long before on-call is told that a pause does not succeed.</summary>
    internal static readonly TimeSpan FailureToldAfter = TimeSpan.FromMinutes(3);

    /// <summary>All SES calls of one try, the SDK's own retries included, fit into the lease.</summary>
    internal static readonly TimeSpan Budget = Decider.Lease - TimeSpan.FromSeconds(10);

    /// <summary>The state as this try left it, with the alert that is due, if one is; null if somebody else has moved on.</summary>
    internal async Task<SubjectState?> PauseAsync(SubjectState state, CancellationToken cancellation)
    {
        using var budget = new CancellationTokenSource(Budget, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellation);
        SubjectState? left;
        try
        {
            left = await TryPauseAsync(state, both.Token);
        }
        catch (Exception exception) when (exception is SendingApiException || budget.IsCancellationRequested)
        {
            Log.PauseUnfinished(logger, exception, state.Subject.Name);
            left = await TellFailureAsync(state.Subject, exception.Message, cancellation);
        }

        if (left is null)
        {
            await GiveWayAsync(state, cancellation);
        }

        return left;
    }

    private async Task<SubjectState?> TryPauseAsync(SubjectState state, CancellationToken cancellation)
    {
        var sends = await ses.IsEnabledAsync(state.Subject, cancellation);
        if (sends is null || (sends is false && !state.PauseRequested))
        {
            return await AlreadyPausedAsync(state, exists: sends is not null, cancellation);
        }

        if (sends is true && state.PauseRequested && await review.TakeBackAsync(state, cancellation) is { } takenBack)
        {
            return await MoveAsync(takenBack, HistoryEntry.Feedback, takenBack.Alert?.Note, cancellation);
        }

        if (await AnnounceAsync(state, cancellation) is not { } announced)
        {
            return null;
        }

        if (sends is true)
        {
            await ses.SetEnabledAsync(state.Subject, enabled: false, cancellation);
            sends = await ses.IsEnabledAsync(state.Subject, cancellation);
        }

        if (sends is true)
        {
            Log.PauseNotSeen(logger, state.Subject.Name);
            return await TellFailureAsync(announced.Subject, "SES accepted the pause but still reports the set as sending.", cancellation);
        }

        return sends is null
            ? await AlreadyPausedAsync(announced, exists: false, cancellation)
            : await ConfirmAsync(announced, PausedBy.Feedback, AlertKind.Paused, announced.Finding, cancellation);
    }

    /// <summary>A person may have resumed the set while our call was on its way, and it came after theirs: theirs counts.</summary>
    private async Task GiveWayAsync(SubjectState state, CancellationToken cancellation)
    {
        var current = await states.GetAsync(state.Subject, cancellation);
        if (current.Sending == SendingStatus.Enabled && current.ResumedAt >= state.PausedAt && await ses.IsEnabledAsync(state.Subject, cancellation) is false)
        {
            Log.PauseOvertaken(logger, state.Subject.Name);
            await ses.SetEnabledAsync(state.Subject, enabled: true, cancellation);
        }
    }

    /// <summary>From here on a set found disabled is our doing. Null if somebody else has moved on.</summary>
    private async Task<SubjectState?> AnnounceAsync(SubjectState state, CancellationToken cancellation)
    {
        if (state.PauseRequested)
        {
            return state;
        }

        var announced = state with { PauseRequested = true, Version = state.Version + 1 };
        return await states.TryMoveAsync(announced, history: null, cancellation) ? announced : null;
    }

    private Task<SubjectState?> AlreadyPausedAsync(SubjectState state, bool exists, CancellationToken cancellation) => ConfirmAsync(
        state,
        PausedBy.Elsewhere,
        AlertKind.AlreadyPaused,
        exists ? "Somebody else had paused the set before Feedback could." : "SES knows no configuration set of this name (any more).",
        cancellation);

    private async Task<SubjectState?> ConfirmAsync(SubjectState state, PausedBy by, AlertKind kind, string? note, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var paused = (state with { Sending = SendingStatus.Paused, PausedBy = by, PausedAt = now, RemindedAt = now }).Moved(now, Decider.Lease, kind, note);
        var confirmed = await MoveAsync(paused, by.ToString(), note, cancellation);
        if (confirmed is not null)
        {
            Log.Paused(logger, state.Subject.Name, by.ToString(), Why(confirmed, note));
        }

        return confirmed;
    }

    private static string Why(SubjectState state, string? note) => note ?? state.Worst?.ToString() ?? string.Empty;

    private async Task<SubjectState?> MoveAsync(SubjectState next, string who, string? note, CancellationToken cancellation) =>
        await states.TryMoveAsync(next, HistoryEntry.Of(next, who, Why(next, note)), cancellation) ? next : null;

    /// <summary>Only when it lasts, since a single throttled call is nobody's business at night; and again as often as of a paused set.</summary>
    private async Task<SubjectState?> TellFailureAsync(Subject subject, string error, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var state = await states.GetAsync(subject, cancellation);
        if (state.Sending != SendingStatus.Pausing)
        {
            return null;
        }

        var isDue = state.PauseFailureToldAt is { } told
            ? remindEvery > TimeSpan.Zero && now - told >= remindEvery
            : now - state.PausedAt >= FailureToldAfter;
        return isDue
            ? await MoveAsync((state with { PauseFailureToldAt = now }).Moved(now, Decider.Lease, AlertKind.PauseFailing, error), HistoryEntry.Feedback, error, cancellation)
            : state;
    }
}
