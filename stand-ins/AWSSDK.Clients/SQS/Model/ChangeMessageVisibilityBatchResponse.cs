using Amazon.Runtime;

namespace Amazon.SQS.Model;

public class ChangeMessageVisibilityBatchResponse : AmazonWebServiceResponse
{
    public List<BatchResultErrorEntry> Failed { get; set; }
}
