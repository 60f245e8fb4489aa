namespace Amazon.SimpleEmailV2.Model;

public class CreateConfigurationSetEventDestinationRequest : AmazonSimpleEmailServiceV2Request
{
    public string ConfigurationSetName { get; set; }

    public EventDestinationDefinition EventDestination { get; set; }

    public string EventDestinationName { get; set; }
}
