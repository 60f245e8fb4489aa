namespace Feedback.Local.Services.CloudWatch;

internal sealed record PutMetricDataCall(string Namespace, IReadOnlyList<MetricPut> Metrics) : AwsCall(AwsOperation.PutMetricData);
