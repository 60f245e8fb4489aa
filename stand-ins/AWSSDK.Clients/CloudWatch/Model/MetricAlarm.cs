namespace Amazon.CloudWatch.Model;

public class MetricAlarm
{
    public bool? ActionsEnabled { get; set; }

    public List<string> AlarmActions { get; set; }

    public string AlarmName { get; set; }

    public List<Dimension> Dimensions { get; set; }

    public string MetricName { get; set; }

    public string Namespace { get; set; }

    public StateValue StateValue { get; set; }
}
