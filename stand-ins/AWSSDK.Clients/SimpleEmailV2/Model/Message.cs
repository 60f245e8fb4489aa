namespace Amazon.SimpleEmailV2.Model;

public class Message
{
    public Body Body { get; set; }

    public List<MessageHeader> Headers { get; set; }

    public Content Subject { get; set; }
}
