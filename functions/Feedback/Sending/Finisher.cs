using Feedback.Alerts;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Sending;

/// <summary>
/// Brings the world in line with a state: SES calls for a decided pause, then the alert. Whatever it leaves undone stays written in the
/// state, and the next sweep calls it again.
/// </summary>
internal sealed class Finisher(PauseController pauses, AlertDispatcher alerts, ILogger<Finisher> logger)
{
    internal async Task FinishAsync(SubjectState state, Policy policy, CancellationToken cancellation)
    {
        Log.Transition(logger, state.Subject.Key, state.Alert?.Kind.ToString() ?? "Pausing", state.Level.ToString(), state.Sending.ToString());
        var current = state.Sending == SendingStatus.Pausing ? await pauses.PauseAsync(state, cancellation) : state;
        if (current is not null)
        {
            await alerts.DispatchAsync(current, policy, cancellation);
        }
    }
}
