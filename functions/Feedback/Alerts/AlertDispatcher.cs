using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Alerts;

/// <summary>Publishes the alert a state has pending, then takes it out of the state.</summary>
internal sealed class AlertDispatcher(
    IAlarmTopic topic,
    AlertSampler sampler,
    StateTransitions transitions,
    Deployment deployment,
    ILogger<AlertDispatcher> logger)
{
    /// <summary>
    /// Returns the state without its alert; null if the alert was not published, or if another process has changed the state. Only a crash
    /// between publishing and writing repeats a mail: one too many is better than none.
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

        return await transitions.MoveAsync(
            state,
            current => current.Alert?.Version == alert.Version ? StateChange.Bookkeeping(current with { Alert = null }) : null,
            cancellationToken);
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
}
