namespace Amazon.SimpleNotificationService.Model;

public class ListSubscriptionsByTopicRequest : AmazonSimpleNotificationServiceRequest
{
    public string NextToken { get; set; }

    public string TopicArn { get; set; }
}
