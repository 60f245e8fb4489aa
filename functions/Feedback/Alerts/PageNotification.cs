using System.Text.Json;
using System.Text.Json.Serialization;

namespace Feedback.Alerts;

/// <summary>The JSON of a CloudWatch alarm's notification, as far as pagers read it. The names are CloudWatch's.</summary>
internal sealed partial record PageNotification
{
    public required string AlarmName { get; init; }

    public required string AlarmDescription { get; init; }

    [JsonPropertyName("AWSAccountId")]
    public required string AccountId { get; init; }

    public required string NewStateValue { get; init; }

    public required string NewStateReason { get; init; }

    public required string StateChangeTime { get; init; }

    public required string Region { get; init; }

    /// <summary>Names the alarm to pagers. CloudWatch has no such alarm.</summary>
    public required string AlarmArn { get; init; }

    public required string OldStateValue { get; init; }

    /// <summary>Left out if no rate decided, as in the notifications of CloudWatch's composite alarms.</summary>
    public required AlarmTrigger? Trigger { get; init; }

    internal string ToJson() => JsonSerializer.Serialize(this, PageJson.Default.PageNotification);

    internal sealed record AlarmTrigger(
        string MetricName,
        string Namespace,
        IReadOnlyList<Dimension> Dimensions,
        int Period,
        int EvaluationPeriods,
        string ComparisonOperator,
        decimal Threshold)
    {
        public string StatisticType { get; } = "Statistic";

        public string Statistic { get; } = "MAXIMUM";
    }

    /// <summary>CloudWatch writes these two names small.</summary>
    internal sealed record Dimension(
        [property: JsonPropertyName("value")] string Value,
        [property: JsonPropertyName("name")] string Name);

    [JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(PageNotification))]
    private sealed partial class PageJson : JsonSerializerContext;
}
