using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.SNS;
using Amazon.Lambda.Core;
using Amazon.Lambda.SNSEvents;
using Feedback.Alarms;
using Feedback.Processing;

namespace Feedback.Functions;

/// <summary>The second detector: CloudWatch alarms on SES's own reputation metrics, over SNS.</summary>
internal sealed class AlarmFunction(SesAlarmHandler handler, TimeProvider time)
{
    [LambdaFunction(ResourceName = nameof(AlarmFunction))]
    [SNSEvent("@SesAlarmTopic", ResourceName = "SesAlarm")]
    public async Task HandleAlarmsAsync(SNSEvent notifications, ILambdaContext context)
    {
        var records = notifications?.Records
            ?? throw new InvalidDataException("The payload has no Records: it is not an event of an SNS topic.");
        var messages = records.Select(record => record?.Sns
            ?? throw new InvalidDataException("A record has no Sns: it is not one of an SNS topic.")).ToList();
        using var deadline = Deadline.Of(context.RemainingTime, time);
        foreach (var message in messages)
        {
            await handler.HandleAsync(message.Message ?? string.Empty, deadline.Token);
        }
    }
}
