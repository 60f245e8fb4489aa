namespace Amazon.SimpleNotificationService.Model;

public class Subscription
{
    public string Endpoint { get; set; }

    public string Protocol { get; set; }

    public string SubscriptionArn { get; set; }
}
