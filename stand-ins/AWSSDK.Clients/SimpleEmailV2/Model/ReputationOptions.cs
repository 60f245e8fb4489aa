namespace Amazon.SimpleEmailV2.Model;

public class ReputationOptions
{
    public bool? ReputationMetricsEnabled { get; set; }
}
