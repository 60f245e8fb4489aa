namespace Amazon.SimpleEmailV2.Model;

public class SendEmailRequest : AmazonSimpleEmailServiceV2Request
{
    public string ConfigurationSetName { get; set; }

    public EmailContent Content { get; set; }

    public Destination Destination { get; set; }

    public string FromEmailAddress { get; set; }
}
