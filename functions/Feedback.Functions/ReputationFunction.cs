using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.Schedule;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.Core;
using Feedback.Acting;
using Feedback.Processing;

namespace Feedback.Functions;

/// <summary>Sweeps every minute: completes unfinished work, evaluates again and publishes metrics.</summary>
internal sealed class ReputationFunction(Sweep sweep, TimeProvider time)
{
    [LambdaFunction(ResourceName = nameof(ReputationFunction))]
    [ScheduleEvent("rate(1 minute)", ResourceName = "Sweep")]
    public async Task SweepAsync(ScheduledEvent tick, ILambdaContext context)
    {
        using var deadline = Deadline.Of(context.RemainingTime, time);
        await sweep.RunAsync(deadline.Token);
    }
}
