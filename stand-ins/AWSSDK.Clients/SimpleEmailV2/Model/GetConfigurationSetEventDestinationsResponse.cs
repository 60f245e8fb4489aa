using Amazon.Runtime;

namespace Amazon.SimpleEmailV2.Model;

public class GetConfigurationSetEventDestinationsResponse : AmazonWebServiceResponse
{
    public List<EventDestination> EventDestinations { get; set; }
}
