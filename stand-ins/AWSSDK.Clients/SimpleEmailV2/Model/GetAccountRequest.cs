namespace Amazon.SimpleEmailV2.Model;

public class GetAccountRequest : AmazonSimpleEmailServiceV2Request
{
}
