using Amazon.Runtime;

namespace Amazon.SimpleEmailV2.Model;

public class ListSuppressedDestinationsResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<SuppressedDestinationSummary> SuppressedDestinationSummaries { get; set; }
}
