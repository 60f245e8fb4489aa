namespace Amazon.SimpleEmailV2.Model;

public class PutConfigurationSetSendingOptionsRequest : AmazonSimpleEmailServiceV2Request
{
    public string ConfigurationSetName { get; set; }

    public bool? SendingEnabled { get; set; }
}
