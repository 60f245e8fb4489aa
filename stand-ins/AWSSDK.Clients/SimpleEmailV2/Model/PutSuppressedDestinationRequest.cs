namespace Amazon.SimpleEmailV2.Model;

public class PutSuppressedDestinationRequest : AmazonSimpleEmailServiceV2Request
{
    public string EmailAddress { get; set; }

    public SuppressionListReason Reason { get; set; }
}
