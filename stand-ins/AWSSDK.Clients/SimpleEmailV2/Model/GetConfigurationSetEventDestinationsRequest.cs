namespace Amazon.SimpleEmailV2.Model;

public class GetConfigurationSetEventDestinationsRequest : AmazonSimpleEmailServiceV2Request
{
    public string ConfigurationSetName { get; set; }
}
