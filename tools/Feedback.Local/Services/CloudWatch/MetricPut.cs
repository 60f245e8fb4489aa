namespace Feedback.Local.Services.CloudWatch;

/// <param name="Value">The value, or the sum of a statistic set.</param>
/// <param name="Count">The number of samples.</param>
internal sealed record MetricPut(
    string Namespace, string Name, IReadOnlyDictionary<string, string> Dimensions, double Value, double Count, string? Unit, DateTimeOffset? Timestamp);
