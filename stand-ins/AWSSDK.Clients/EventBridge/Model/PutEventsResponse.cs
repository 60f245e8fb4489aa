using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

public class PutEventsResponse : AmazonWebServiceResponse
{
    /// <summary>In the order of the request.</summary>
    public List<PutEventsResultEntry> Entries { get; set; }
}
