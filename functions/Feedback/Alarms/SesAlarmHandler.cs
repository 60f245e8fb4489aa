using Feedback.Acting;
using Feedback.Deciding;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Alarms;

/// <summary>
/// Acts on SES's own reputation metrics through the same state machine as our counters do. It needs neither queues nor counters, so it
/// works when those are stuck.
/// </summary>
internal sealed class SesAlarmHandler(
    IStateStore states,
    IPolicyStore policies,
    Reconciler reconciler,
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
            case ParsedAlarm.Ignored ignored:
                Log.AlarmIgnored(logger, ignored.Reason);
                break;
        }
    }

    private async Task ActAsync(SesFinding finding, CancellationToken cancellationToken)
    {
        var entity = ReputationEntity.ConfigurationSet(finding.ConfigurationSet);
        var policy = await policies.GetAsync(entity, cancellationToken);
        while (true)
        {
            var state = await states.GetAsync(entity, cancellationToken);
            if (Decider.Decide(state, policy, finding, time.GetUtcNow()) is not Decision.Move { Next: var next })
            {
                Log.AlarmIgnored(logger, "there is nothing (left) to do about it");
                return;
            }

            var history = HistoryEntry.Of(next, "SES", finding.ToString());
            if (await states.TryMoveAsync(next, history, cancellationToken))
            {
                await reconciler.ReconcileAsync([next], cancellationToken);
                return;
            }
        }
    }
}
