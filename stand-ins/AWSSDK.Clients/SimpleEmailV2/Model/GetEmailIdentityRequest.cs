namespace Amazon.SimpleEmailV2.Model;

public class GetEmailIdentityRequest : AmazonSimpleEmailServiceV2Request
{
    public string EmailIdentity { get; set; }
}
