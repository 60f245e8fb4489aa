using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Reputation;
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
    internal async Task<EntityState?> DispatchAsync(EntityState state, Policy policy, CancellationToken cancellationToken)
    {
        if (state.Alert is not { } alert)
        {
            return state;
        }

        try
        {
            var sample = await sampler.TakeAsync(state.Entity, cancellationToken);
            await PublishAsync(AlertComposer.Compose(state, policy, sample, deployment), policy.AlarmTopicArn, cancellationToken);
        }
        catch (Exception exception)
        {
            // The boundary of one alert: the decision stands and is acted on; the sweep publishes what is still pending.
            Log.AlertFailed(logger, exception, alert.Kind.ToString(), state.Entity.Key);
            return null;
        }

        return await ClearAsync(state, alert, cancellationToken);
    }

    /// <summary>A set's own topic that is gone, or not permitted, must not leave on-call without the mail.</summary>
    private async Task PublishAsync(AlertMail mail, string? ownTopic, CancellationToken cancellationToken)
    {
        try
        {
            await topic.PublishAsync(mail, ownTopic, cancellationToken);
        }
        catch (Exception exception) when (ownTopic is not null && !cancellationToken.IsCancellationRequested)
        {
            Log.OwnTopicFailed(logger, exception, ownTopic);
            await topic.PublishAsync(mail with { Text = $"{mail.Text}\nThe set's own alarm topic did not take this mail: {ownTopic}\n" }, topicArn: null, cancellationToken);
        }
    }

    private async Task<EntityState?> ClearAsync(EntityState state, PendingAlert alert, CancellationToken cancellationToken)
    {
        while (state.Alert?.Version == alert.Version)
        {
            var cleared = state with { Alert = null, Version = state.Version + 1 };
            if (await states.TryMoveAsync(cleared, history: null, cancellationToken))
            {
                return cleared;
            }

            state = await states.GetAsync(state.Entity, cancellationToken);
        }

        return null;
    }
}
