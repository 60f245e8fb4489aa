namespace Amazon.SQS.Model;

public class StartMessageMoveTaskRequest : AmazonSQSRequest
{
    public string SourceArn { get; set; }
}
