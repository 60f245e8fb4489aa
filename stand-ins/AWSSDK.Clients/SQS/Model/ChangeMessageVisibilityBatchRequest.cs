namespace Amazon.SQS.Model;

public class ChangeMessageVisibilityBatchRequest : AmazonSQSRequest
{
    public List<ChangeMessageVisibilityBatchRequestEntry> Entries { get; set; }

    public string QueueUrl { get; set; }
}
