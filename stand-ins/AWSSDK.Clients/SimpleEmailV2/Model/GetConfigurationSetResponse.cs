using Amazon.Runtime;

namespace Amazon.SimpleEmailV2.Model;

public class GetConfigurationSetResponse : AmazonWebServiceResponse
{
    public string ConfigurationSetName { get; set; }

    public ReputationOptions ReputationOptions { get; set; }

    public SendingOptions SendingOptions { get; set; }
}
