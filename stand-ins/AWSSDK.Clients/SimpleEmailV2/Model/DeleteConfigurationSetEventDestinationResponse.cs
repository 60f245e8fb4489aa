using Amazon.Runtime;

namespace Amazon.SimpleEmailV2.Model;

public class DeleteConfigurationSetEventDestinationResponse : AmazonWebServiceResponse;
