namespace Amazon.SimpleEmailV2.Model;

public class DeleteConfigurationSetEventDestinationRequest : AmazonSimpleEmailServiceV2Request
{
    public string ConfigurationSetName { get; set; }

    public string EventDestinationName { get; set; }
}
