namespace Amazon.SQS.Model;

public class BatchResultErrorEntry
{
    public string Code { get; set; }

    public string Id { get; set; }
}
