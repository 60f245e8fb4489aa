using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

public class GetTopicAttributesResponse : AmazonWebServiceResponse
{
    public Dictionary<string, string> Attributes { get; set; }
}
