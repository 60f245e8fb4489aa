namespace Amazon.CloudWatch.Model;

public class MetricAlarm
{
    public bool? ActionsEnabled { get; set; }

    public List<string> AlarmActions { get; set; }

    public string AlarmName { get; set; }

    public ComparisonOperator ComparisonOperator { get; set; }

    public List<Dimension> Dimensions { get; set; }

    public int? EvaluationPeriods { get; set; }

    public string MetricName { get; set; }

    public string Namespace { get; set; }

    public List<string> OKActions { get; set; }

    public int? Period { get; set; }

    public StateValue StateValue { get; set; }

    public Statistic Statistic { get; set; }

    public double? Threshold { get; set; }

    public string TreatMissingData { get; set; }
}
