using Amazon.Runtime;

namespace Amazon.SimpleEmailV2.Model;

public class GetSuppressedDestinationResponse : AmazonWebServiceResponse
{
    public SuppressedDestination SuppressedDestination { get; set; }
}
