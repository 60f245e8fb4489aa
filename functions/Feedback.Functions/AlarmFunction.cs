using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.SNS;
using Amazon.Lambda.Core;
using Amazon.Lambda.SNSEvents;
using Feedback.Alarms;
using Feedback.Processing;

namespace Feedback.Functions;

/// <summary>The second detector: CloudWatch alarms on SES's own reputation metrics, over SNS.</summary>
internal sealed class AlarmFunction(SecondDetector detector, TimeProvider time)
{
    [LambdaFunction(ResourceName = nameof(AlarmFunction))]
    [SNSEvent("@SesAlarmTopic", ResourceName = "SesAlarm")]
    public async Task HandleAlarmsAsync(SNSEvent notifications, ILambdaContext context)
    {
        using var deadline = Deadline.Of(context.RemainingTime, time);
        foreach (var record in notifications.Records ?? [])
        {
            await detector.HandleAsync(record.Sns?.Message ?? string.Empty, deadline.Token);
        }
    }
}
