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
            await topic.PublishAsync(AlertComposer.Compose(state, policy, sample, deployment), policy.AlarmTopicArn, cancellation);
        }
        catch (Exception exception)
        {
            // The boundary of one alert: the decision stands and is acted on; the sweep publishes what is still pending.
            Log.AlertFailed(logger, exception, alert.Kind.ToString(), state.Subject.Key);
            return null;
        }

        return await ClearAsync(state, alert, cancellation);
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
