using Feedback.Reputation;
using Feedback.Sending;
using Microsoft.Extensions.Logging;

namespace Feedback.Alerts;

/// <summary>Publishes the alert a state has pending, then takes it out of the state.</summary>
internal sealed class AlertDispatcher(
    IAlarmTopic topic,
    AlertSampler sampler,
    IStateStore states,
    Deployment deployment,
    ILogger<AlertDispatcher> logger)
{
    /// <summary>
    /// The state without its alert; null if the alert was not published or somebody else has moved on. A crash between publishing and
    /// writing repeats the mail, since one too many is better than none; nothing else does.
    /// </summary>
    internal async Task<SubjectState?> DispatchAsync(SubjectState state, Policy policy, CancellationToken cancellation)
    {
        if (state.Alert is not { } alert)
        {
            return state;
        }

        try
        {
            var sample = await sampler.TakeAsync(state.Subject, cancellation);
            await PublishAsync(AlertComposer.Compose(state, policy, sample, deployment), policy.AlarmTopicArn, cancellation);
        }
        catch (Exception exception)
        {
            // The boundary of one alert: the decision stands and is acted on; the sweep publishes what is still pending.
            Log.AlertFailed(logger, exception, alert.Kind.ToString(), state.Subject.Key);
            return null;
        }

        return await ClearAsync(state, alert, cancellation);
    }

    /// <summary>A set's own topic that is gone, or not permitted, must not leave on-call without the mail.</summary>
    private async Task PublishAsync(AlertMail mail, string? ownTopic, CancellationToken cancellation)
    {
        try
        {
            await topic.PublishAsync(mail, ownTopic, cancellation);
        }
        catch (Exception exception) when (ownTopic is not null && !cancellation.IsCancellationRequested)
        {
            Log.OwnTopicFailed(logger, exception, ownTopic);
            await topic.PublishAsync(mail with { Text = $"{mail.Text}\nThe set's own alarm topic did not take this mail: {ownTopic}\n" }, topicArn: null, cancellation);
        }
    }

    private async Task<SubjectState?> ClearAsync(SubjectState state, PendingAlert alert, CancellationToken cancellation)
    {
        while (state.Alert?.Version == alert.Version)
        {
            var cleared = state with { Alert = null, Version = state.Version + 1 };
            if (await states.TryMoveAsync(cleared, history: null, cancellation))
            {
                return cleared;
            }

            state = await states.GetAsync(state.Subject, cancellation);
        }

        return null;
    }
}
