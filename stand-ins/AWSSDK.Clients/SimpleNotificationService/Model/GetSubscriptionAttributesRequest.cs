namespace Amazon.SimpleNotificationService.Model;

public class GetSubscriptionAttributesRequest : AmazonSimpleNotificationServiceRequest
{
    public string SubscriptionArn { get; set; }
}
