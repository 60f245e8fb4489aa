namespace Amazon.SimpleEmailV2.Model;

public class EmailContent
{
    public Message Simple { get; set; }
}
