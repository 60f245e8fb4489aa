namespace Amazon.SimpleEmailV2.Model;

public class DeleteSuppressedDestinationRequest : AmazonSimpleEmailServiceV2Request
{
    public string EmailAddress { get; set; }
}
