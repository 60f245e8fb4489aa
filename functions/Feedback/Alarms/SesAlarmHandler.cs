using Feedback.Acting;
using Feedback.Deciding;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Alarms;

/// <summary>
/// Acts on SES's own reputation metrics, through the same state machine as Feedback's counters. It needs neither queues nor counters, so it
/// works when those are stuck.
/// </summary>
internal sealed class SesAlarmHandler(
    StateTransitions transitions,
    IPolicyStore policies,
    Reconciler reconciler,
    WorkRunner runner,
    TimeProvider time,
    ILogger<SesAlarmHandler> logger)
{
    internal async Task HandleAsync(string message, CancellationToken cancellationToken)
    {
        switch (AlarmParser.Parse(message))
        {
            case ParsedAlarm.Finding { Of: var finding }:
                await ActAsync(finding, cancellationToken);
                break;
            case ParsedAlarm.Over { Of: var finding }:
                await EndAsync(finding, cancellationToken);
                break;
            case ParsedAlarm.Ignored ignored:
                Log.AlarmIgnored(logger, ignored.Reason);
                break;
        }
    }

    private async Task ActAsync(SesFinding finding, CancellationToken cancellationToken)
    {
        var entity = ReputationEntity.ConfigurationSet(finding.ConfigurationSet);
        var policy = await policies.GetAsync(entity, cancellationToken);
        await runner.RunAsync(entity, () => ActAsync(entity, policy, finding, cancellationToken), cancellationToken);
    }

    /// <summary>Needs no work item: an entity that isn't normal is evaluated every quarter of an hour.</summary>
    private async Task EndAsync(SesFinding finding, CancellationToken cancellationToken)
    {
        var ended = await transitions.MoveAsync(
            ReputationEntity.ConfigurationSet(finding.ConfigurationSet),
            state => Decider.DecideOver(state, finding, time.GetUtcNow()) is Decision.Remember { Next: var next } ? StateChange.Bookkeeping(next) : null,
            cancellationToken);
        if (ended is null)
        {
            Log.AlarmIgnored(logger, "it changes nothing in the state of the set");
        }
    }

    private async Task<EntityState?> ActAsync(ReputationEntity entity, Policy policy, SesFinding finding, CancellationToken cancellationToken)
    {
        var moved = await transitions.MoveAsync(
            entity,
            state => Decider.Decide(state, policy, finding, time.GetUtcNow()) switch
            {
                Decision.Move { Next: var next } => StateChange.Transition(next, Actor.Ses, finding.ToString()),
                Decision.Remember { Next: var next } => StateChange.Bookkeeping(next),
                _ => null,
            },
            cancellationToken);
        if (moved is null)
        {
            Log.AlarmIgnored(logger, "it changes nothing in the state of the set");
            return null;
        }

        if (!moved.IsUnfinished)
        {
            return moved;
        }

        var after = await reconciler.ReconcileAsync([moved], cancellationToken);
        return after.GetValueOrDefault(entity) ?? moved;
    }
}
