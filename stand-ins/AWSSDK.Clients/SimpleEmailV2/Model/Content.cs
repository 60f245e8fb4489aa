namespace Amazon.SimpleEmailV2.Model;

public class Content
{
    public string Charset { get; set; }

    public string Data { get; set; }
}
