using Feedback.Alerts;
using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Sending;

/// <summary>What a person asks for on the command line: resume or pause a set, with a reason that history keeps.</summary>
internal sealed class OperatorActions(
    ISendingApi ses,
    IStateStore states,
    IPolicyStore policies,
    AlertDispatcher alerts,
    TimeProvider time)
{
    /// <summary>
    /// The state first, so that an evaluation between the steps judges the set afresh and not by its old mail; then SES, read back; the
    /// alert last, since no sweep may tell that a set sends again before it does.
    /// </summary>
    /// <exception cref="SendingApiException">SES refused, failed, or still reports the set as it was. Run the same command again.</exception>
    internal async Task<SubjectState> ResumeAsync(string set, string who, string reason, CancellationToken cancellation)
    {
        await MoveAsync(
            set,
            (state, now) => Resumption.Resume(state, now).Moved(now, Decider.Lease),
            next => HistoryEntry.Of(next, nameof(AlertKind.Resumed), who, reason),
            cancellation);
        await SetAsync(set, enabled: true, cancellation);
        var resumed = await MoveAsync(
            set,
            (state, now) => state.Moved(now, Decider.Lease, AlertKind.Resumed, $"{who}: {reason}"),
            _ => null,
            cancellation);
        return await TellAsync(resumed, cancellation);
    }

    /// <inheritdoc cref="ResumeAsync"/>
    internal async Task<SubjectState> PauseAsync(string set, string who, string reason, CancellationToken cancellation)
    {
        await SetAsync(set, enabled: false, cancellation);
        var paused = await MoveAsync(
            set,
            (state, now) =>
                (state with { Sending = SendingStatus.Paused, PausedBy = PausedBy.Operator, PausedAt = now, RemindedAt = now, Held = false })
                    .Moved(now, Decider.Lease, AlertKind.PausedByOperator, $"{who}: {reason}"),
            next => HistoryEntry.Of(next, nameof(AlertKind.PausedByOperator), who, reason),
            cancellation);
        return await TellAsync(paused, cancellation);
    }

    private async Task<SubjectState> MoveAsync(
        string set,
        Func<SubjectState, DateTimeOffset, SubjectState> move,
        Func<SubjectState, HistoryEntry?> history,
        CancellationToken cancellation)
    {
        while (true)
        {
            var state = await states.GetAsync(Subject.ConfigurationSet(set), cancellation);
            var next = move(state, time.GetUtcNow());
            if (await states.TryMoveAsync(next, history(next), cancellation))
            {
                return next;
            }
        }
    }

    private async Task SetAsync(string set, bool enabled, CancellationToken cancellation)
    {
        await ses.SetEnabledAsync(set, enabled, cancellation);
        if (await ses.IsEnabledAsync(set, cancellation) != enabled)
        {
            throw new SendingApiException($"SES took the call, but does not report {set} as {(enabled ? "sending" : "paused")}.", inner: null);
        }
    }

    private async Task<SubjectState> TellAsync(SubjectState state, CancellationToken cancellation) =>
        await alerts.DispatchAsync(state, await policies.GetAsync(state.Subject, cancellation), cancellation) ?? state;
}
