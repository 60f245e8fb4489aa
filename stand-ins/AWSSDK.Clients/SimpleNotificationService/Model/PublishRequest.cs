namespace Amazon.SimpleNotificationService.Model;

public class PublishRequest : AmazonSimpleNotificationServiceRequest
{
    public PublishRequest()
    {
    }

    public PublishRequest(string topicArn, string message)
        : this(topicArn, message, null)
    {
    }

    public PublishRequest(string topicArn, string message, string subject)
    {
        TopicArn = topicArn;
        Message = message;
        Subject = subject;
    }

    public string Message { get; set; }

    public Dictionary<string, MessageAttributeValue> MessageAttributes { get; set; }

    public string MessageStructure { get; set; }

    /// <summary>At most 100 characters, without line breaks.</summary>
    public string Subject { get; set; }

    public string TopicArn { get; set; }
}
