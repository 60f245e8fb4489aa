namespace Feedback.Local.Services.CloudWatch;

internal sealed record DescribeAlarmsCall(string? NextToken) : AwsCall(AwsOperation.DescribeAlarms);
