namespace Amazon.EventBridge.Model;

public class PutEventsRequestEntry
{
    public string Detail { get; set; }

    public string DetailType { get; set; }

    public string EventBusName { get; set; }

    public string Source { get; set; }

    public DateTime? Time { get; set; }
}
