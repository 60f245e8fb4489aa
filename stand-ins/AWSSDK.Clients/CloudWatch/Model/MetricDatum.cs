namespace Amazon.CloudWatch.Model;

public class MetricDatum
{
    public List<Dimension> Dimensions { get; set; }

    public string MetricName { get; set; }

    public DateTime? Timestamp { get; set; }

    public StandardUnit Unit { get; set; }

    public double? Value { get; set; }
}
