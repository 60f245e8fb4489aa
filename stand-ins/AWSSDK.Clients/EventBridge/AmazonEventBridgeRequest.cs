using Amazon.Runtime;

namespace Amazon.EventBridge;

public class AmazonEventBridgeRequest : AmazonWebServiceRequest
{
}
