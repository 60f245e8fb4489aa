namespace Feedback.Local.Services.CloudWatch;

/// <param name="Value">The value; of a statistic set, its sum.</param>
/// <param name="Count">How many samples stand behind it.</param>
internal sealed record MetricPut(
    string Namespace, string Name, IReadOnlyDictionary<string, string> Dimensions, double Value, double Count, string? Unit, DateTimeOffset? Timestamp);
