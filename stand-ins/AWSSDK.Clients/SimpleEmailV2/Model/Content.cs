namespace Amazon.SimpleEmailV2.Model;

public class Content
{
    public string Data { get; set; }
}
