namespace Amazon.SimpleEmailV2.Model;

public class GetConfigurationSetRequest : AmazonSimpleEmailServiceV2Request
{
    public string ConfigurationSetName { get; set; }
}
