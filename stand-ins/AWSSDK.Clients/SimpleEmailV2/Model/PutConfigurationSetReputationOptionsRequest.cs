namespace Amazon.SimpleEmailV2.Model;

public class PutConfigurationSetReputationOptionsRequest : AmazonSimpleEmailServiceV2Request
{
    public string ConfigurationSetName { get; set; }

    public bool? ReputationMetricsEnabled { get; set; }
}
