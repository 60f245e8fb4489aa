namespace Amazon.SimpleEmailV2.Model;

public class Destination
{
    public List<string> ToAddresses { get; set; }
}
