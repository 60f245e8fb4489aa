using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Alerts;

/// <summary>
/// Publishes the pending alert of a state to every alert target that wants it, then removes it from the state: the state is the alert's
/// outbox, and says which targets have taken it. A target that failed is tried again by the sweep, while the others don't get the alert
/// twice. If one target has taken it, the others are given up after <see cref="TriedFor"/>; if none has, the alert stays until one does.
/// </summary>
internal sealed class AlertDispatcher(
    IEnumerable<IAlertTarget> targets,
    AlertSampler sampler,
    StateTransitions transitions,
    Deployment deployment,
    TimeProvider time,
    ILogger<AlertDispatcher> logger)
{
    /// <summary>How long a target may fail while another has told on-call. A deleted topic must not look like work that is left undone.</summary>
    internal static readonly TimeSpan TriedFor = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Returns the state without its alert, or null if the alert is still pending or another process has changed the state since. A crash
    /// between publishing and writing publishes the alert twice, which is better than never.
    /// </summary>
    internal async Task<EntityState?> DispatchAsync(EntityState state, Policy policy, CancellationToken cancellationToken)
    {
        if (state.Alert is not { } pending)
        {
            return state;
        }

        var sample = await sampler.TakeAsync(state.Entity, cancellationToken);
        var alert = AlertComposer.Compose(state, policy, sample, deployment.Of(state.Entity.Member));
        var waiting = targets.Where(target => target.Wants(alert) && !pending.TakenBy.Contains(target.Name)).ToList();
        var taken = await Task.WhenAll(waiting.Select(target => TryPublishAsync(target, alert, policy, cancellationToken)));
        var left = pending with { TakenBy = [.. pending.TakenBy, .. waiting.Where((_, at) => taken[at]).Select(target => target.Name)] };
        if (left.TakenBy.Count == 0 && waiting.Count > 0)
        {
            Log.AlertFailed(logger, pending.Kind.ToString(), state.Entity.Key);
            return null;
        }

        var done = taken.All(published => published) || time.GetUtcNow() - state.ChangedAt >= TriedFor;
        if (!done && left.TakenBy.Count == pending.TakenBy.Count)
        {
            return null;
        }

        var written = await transitions.MoveAsync(
            state,
            current => current.Alert?.Version == pending.Version ? StateChange.Bookkeeping(current with { Alert = done ? null : left }) : null,
            cancellationToken);
        return done ? written : null;
    }

    private async Task<bool> TryPublishAsync(IAlertTarget target, Alert alert, Policy policy, CancellationToken cancellationToken)
    {
        try
        {
            await target.PublishAsync(alert, policy, cancellationToken);
            return true;
        }
        catch (Exception exception)
        {
            // The boundary of one target: the others must be told, and the decision stands whether or not on-call hears of it.
            Log.AlertTargetFailed(logger, exception, target.Name, alert.Mail.Subject);
            return false;
        }
    }
}
