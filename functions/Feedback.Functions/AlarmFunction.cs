using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.SNS;
using Amazon.Lambda.Core;
using Amazon.Lambda.SNSEvents;
using Feedback.Alarms;
using Feedback.Processing;

namespace Feedback.Functions;

/// <summary>Receives CloudWatch alarms on SES's own reputation metrics, through SNS.</summary>
internal sealed class AlarmFunction(SesAlarmHandler handler, TimeProvider time)
{
    [LambdaFunction(ResourceName = nameof(AlarmFunction))]
    [SNSEvent("@SesAlarmTopic", ResourceName = "SesAlarm")]
    public async Task HandleAlarmsAsync(SNSEvent notifications, ILambdaContext context)
    {
        var records = notifications?.Records
            ?? throw new InvalidDataException("The payload has no Records: it is not an SNS event.");
        var messages = records.Select(record => record?.Sns
            ?? throw new InvalidDataException("A record has no Sns: it is not an SNS record.")).ToList();
        using var deadline = Deadline.Of(context.RemainingTime, time);
        foreach (var message in messages)
        {
            await handler.HandleAsync(message.Message ?? string.Empty, deadline.Token);
        }
    }
}
