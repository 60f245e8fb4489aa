namespace Feedback.Local.Services.CloudWatch;

internal sealed record PutMetricAlarmCall(Alarm Alarm) : AwsCall(AwsOperation.PutMetricAlarm);
