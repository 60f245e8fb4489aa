namespace Amazon.SQS.Model;

public class ListQueuesRequest : AmazonSQSRequest
{
    public string QueueNamePrefix { get; set; }
}
