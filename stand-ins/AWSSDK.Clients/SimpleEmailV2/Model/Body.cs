namespace Amazon.SimpleEmailV2.Model;

public class Body
{
    public Content Text { get; set; }
}
