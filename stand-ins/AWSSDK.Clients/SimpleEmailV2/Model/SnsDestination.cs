namespace Amazon.SimpleEmailV2.Model;

public class SnsDestination
{
    public string TopicArn { get; set; }
}
