using Amazon.Runtime;

namespace Amazon.SimpleEmailV2.Model;

public class SendEmailResponse : AmazonWebServiceResponse
{
    public string MessageId { get; set; }
}
