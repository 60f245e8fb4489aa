namespace Amazon.SimpleEmailV2.Model;

public class Body
{
    public Content Html { get; set; }

    public Content Text { get; set; }
}
