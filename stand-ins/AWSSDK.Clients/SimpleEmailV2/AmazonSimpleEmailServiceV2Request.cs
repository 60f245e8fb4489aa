using Amazon.Runtime;

namespace Amazon.SimpleEmailV2;

public class AmazonSimpleEmailServiceV2Request : AmazonWebServiceRequest
{
}
