namespace Amazon.SimpleEmailV2.Model;

public class SendingOptions
{
    public bool? SendingEnabled { get; set; }
}
