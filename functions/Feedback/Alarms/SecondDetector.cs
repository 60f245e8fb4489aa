using Feedback.Outcomes;
using Feedback.Reputation;
using Feedback.Sending;
using Microsoft.Extensions.Logging;

namespace Feedback.Alarms;

/// <summary>
/// Acts on SES's own reputation metrics through the same state machine as our counters do. It needs neither queues nor counters, so it
/// works when those are stuck.
/// </summary>
internal sealed class SecondDetector(
    IStateStore states,
    IPolicyStore policies,
    Finisher finisher,
    TimeProvider time,
    ILogger<SecondDetector> logger)
{
    internal async Task HandleAsync(string message, CancellationToken cancellation)
    {
        switch (AlarmReader.Read(message))
        {
            case AlarmReading.Finding { Of: var finding }:
                await ActAsync(finding, cancellation);
                break;
            case AlarmReading.Ignored ignored:
                Log.AlarmIgnored(logger, ignored.Reason);
                break;
        }
    }

    private async Task ActAsync(SesFinding finding, CancellationToken cancellation)
    {
        var subject = Subject.ConfigurationSet(finding.ConfigurationSet);
        var policy = await policies.GetAsync(subject, cancellation);
        while (true)
        {
            var state = await states.GetAsync(subject, cancellation);
            if (Decider.Decide(state, policy, finding, time.GetUtcNow()) is not Decision.Move { Next: var next })
            {
                Log.AlarmIgnored(logger, "there is nothing (left) to do about it");
                return;
            }

            var history = HistoryEntry.Of(next, "SES", finding.ToString());
            if (await states.TryMoveAsync(next, history, cancellation))
            {
                await finisher.FinishAsync([next], cancellation);
                return;
            }
        }
    }
}
