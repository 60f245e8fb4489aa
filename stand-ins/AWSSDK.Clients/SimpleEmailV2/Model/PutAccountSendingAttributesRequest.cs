namespace Amazon.SimpleEmailV2.Model;

public class PutAccountSendingAttributesRequest : AmazonSimpleEmailServiceV2Request
{
    public bool? SendingEnabled { get; set; }
}
