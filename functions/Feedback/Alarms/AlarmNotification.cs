namespace Feedback.Alarms;

/// <summary>The JSON of a CloudWatch alarm notification: the properties that Feedback reads.</summary>
internal sealed class AlarmNotification
{
    public string? AlarmName { get; set; }

    public string? NewStateValue { get; set; }

    public DateTimeOffset? StateChangeTime { get; set; }

    public AlarmTrigger? Trigger { get; set; }

    internal sealed class AlarmTrigger
    {
        public string? MetricName { get; set; }

        public string? Namespace { get; set; }

        public decimal? Threshold { get; set; }

        public string? ComparisonOperator { get; set; }

        public string? TreatMissingData { get; set; }

        public IReadOnlyList<AlarmDimension>? Dimensions { get; set; }
    }

    internal sealed class AlarmDimension
    {
        public string? Name { get; set; }

        public string? Value { get; set; }
    }
}
