namespace Amazon.SimpleEmailV2.Model;

public class GetSuppressedDestinationRequest : AmazonSimpleEmailServiceV2Request
{
    public string EmailAddress { get; set; }
}
