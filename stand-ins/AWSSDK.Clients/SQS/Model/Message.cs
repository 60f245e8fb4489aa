namespace Amazon.SQS.Model;

public class Message
{
    public Dictionary<string, string> Attributes { get; set; }

    public string Body { get; set; }

    public string MessageId { get; set; }

    public string ReceiptHandle { get; set; }
}
