namespace Amazon.SimpleNotificationService.Model;

public class GetTopicAttributesRequest : AmazonSimpleNotificationServiceRequest
{
    public string TopicArn { get; set; }
}
