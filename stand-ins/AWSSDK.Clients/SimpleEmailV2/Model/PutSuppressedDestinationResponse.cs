using Amazon.Runtime;

namespace Amazon.SimpleEmailV2.Model;

public class PutSuppressedDestinationResponse : AmazonWebServiceResponse;
