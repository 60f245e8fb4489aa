namespace Amazon.EventBridge.Model;

public class PutEventsResultEntry
{
    /// <summary>Null if the bus took the event.</summary>
    public string ErrorCode { get; set; }

    public string ErrorMessage { get; set; }

    public string EventId { get; set; }
}
