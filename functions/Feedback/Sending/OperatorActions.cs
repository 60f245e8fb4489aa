using Feedback.Alerts;
using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Sending;

/// <summary>What a person asks for on the command line: resume or pause, with a reason that history keeps.</summary>
internal sealed class OperatorActions(
    ISendingApi ses,
    IStateStore states,
    IPolicyStore policies,
    AlertDispatcher alerts,
    TimeProvider time)
{
    /// <summary>
    /// SES first, read back; then the state. If SES fails nothing has changed, and nothing judges the subject while its state is paused.
    /// </summary>
    /// <exception cref="SendingApiException">SES refused, failed, or still reports it as it was. Run the same command again.</exception>
    internal async Task<SubjectState> ResumeAsync(Subject subject, string who, string reason, CancellationToken cancellation)
    {
        await SetAsync(subject, enabled: true, cancellation);
        var resumed = await MoveAsync(
            subject,
            who,
            reason,
            (state, now) => Resumption.Resume(state, now).Moved(now, Decider.Lease, AlertKind.Resumed, $"{who}: {reason}"),
            cancellation);

        // A pause that was on its way may have come in between.
        if (await ses.IsEnabledAsync(subject, cancellation) is false)
        {
            await SetAsync(subject, enabled: true, cancellation);
        }

        return await TellAsync(resumed, cancellation);
    }

    /// <inheritdoc cref="ResumeAsync"/>
    internal async Task<SubjectState> PauseAsync(Subject subject, string who, string reason, CancellationToken cancellation)
    {
        await SetAsync(subject, enabled: false, cancellation);
        var paused = await MoveAsync(
            subject,
            who,
            reason,
            (state, now) => state.Paused(PausedBy.Operator, now).Moved(now, Decider.Lease, AlertKind.PausedByOperator, $"{who}: {reason}"),
            cancellation);
        return await TellAsync(paused, cancellation);
    }

    private async Task<SubjectState> MoveAsync(
        Subject subject,
        string who,
        string reason,
        Func<SubjectState, DateTimeOffset, SubjectState> move,
        CancellationToken cancellation)
    {
        while (true)
        {
            var next = move(await states.GetAsync(subject, cancellation), time.GetUtcNow());
            if (await states.TryMoveAsync(next, HistoryEntry.Of(next, who, reason), cancellation))
            {
                return next;
            }
        }
    }

    private async Task SetAsync(Subject subject, bool enabled, CancellationToken cancellation)
    {
        await ses.SetEnabledAsync(subject, enabled, cancellation);
        if (await ses.IsEnabledAsync(subject, cancellation) != enabled)
        {
            throw new SendingApiException($"SES took the call, but does not report {subject.Name} as {(enabled ? "sending" : "paused")}.", inner: null);
        }
    }

    private async Task<SubjectState> TellAsync(SubjectState state, CancellationToken cancellation) =>
        await alerts.DispatchAsync(state, await policies.GetAsync(state.Subject, cancellation), cancellation) ?? state;
}
