using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Alerts;

/// <summary>
/// Publishes the pending alert of a state to every alert target, then removes it from the state: the state is the alert's outbox.
/// The alert counts as published when at least one target has taken it. A target that failed is logged and does not get this alert again,
/// so that no broken target makes the others repeat theirs. If none took it, the alert stays pending and the sweep publishes it again.
/// </summary>
internal sealed class AlertDispatcher(
    IEnumerable<IAlertTarget> targets,
    AlertSampler sampler,
    StateTransitions transitions,
    Deployment deployment,
    ILogger<AlertDispatcher> logger)
{
    /// <summary>
    /// Returns the state without its alert, or null if the alert was not published or another process has changed the state since. A crash
    /// between publishing and writing publishes the alert twice, which is better than never.
    /// </summary>
    internal async Task<EntityState?> DispatchAsync(EntityState state, Policy policy, CancellationToken cancellationToken)
    {
        if (state.Alert is not { } alert)
        {
            return state;
        }

        var sample = await sampler.TakeAsync(state.Entity, cancellationToken);
        var mail = AlertComposer.Compose(state, policy, sample, deployment);
        var published = await Task.WhenAll(targets.Select(target => TryPublishAsync(target, mail, policy, cancellationToken)));
        if (!published.Contains(true))
        {
            Log.AlertFailed(logger, alert.Kind.ToString(), state.Entity.Key);
            return null;
        }

        return await transitions.MoveAsync(
            state,
            current => current.Alert?.Version == alert.Version ? StateChange.Bookkeeping(current with { Alert = null }) : null,
            cancellationToken);
    }

    private async Task<bool> TryPublishAsync(IAlertTarget target, AlertMail mail, Policy policy, CancellationToken cancellationToken)
    {
        try
        {
            await target.PublishAsync(mail, policy, cancellationToken);
            return true;
        }
        catch (Exception exception)
        {
            // The boundary of one target: the others must be told, and the decision stands whether or not on-call hears of it.
            Log.AlertTargetFailed(logger, exception, target.Name, mail.Subject);
            return false;
        }
    }
}
