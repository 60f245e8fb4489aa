using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.Schedule;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.Core;
using Feedback.Processing;
using Feedback.Reporting;

namespace Feedback.Functions;

/// <summary>Sends the digest of yesterday, unless it was sent: runs every hour from a configured one on.</summary>
internal sealed class DigestFunction(DailyDigest digest, TimeProvider time)
{
    [LambdaFunction(ResourceName = nameof(DigestFunction))]
    [ScheduleEvent("cron(10 6/1 * * ? *)", ResourceName = "Day")]
    public async Task SendAsync(ScheduledEvent tick, ILambdaContext context)
    {
        using var deadline = Deadline.Of(context.RemainingTime, time);
        await digest.RunAsync(deadline.Token);
    }
}
