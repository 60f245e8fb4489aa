using Amazon.Runtime;

namespace Amazon.SimpleEmailV2.Model;

public class GetEmailIdentityResponse : AmazonWebServiceResponse
{
    public string ConfigurationSetName { get; set; }
}
