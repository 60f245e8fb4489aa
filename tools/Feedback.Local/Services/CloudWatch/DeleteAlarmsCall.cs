namespace Feedback.Local.Services.CloudWatch;

internal sealed record DeleteAlarmsCall(IReadOnlyList<string> Names) : AwsCall(AwsOperation.DeleteAlarms);
