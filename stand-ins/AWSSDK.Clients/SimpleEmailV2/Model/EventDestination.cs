namespace Amazon.SimpleEmailV2.Model;

public class EventDestination
{
    public bool? Enabled { get; set; }

    public EventBridgeDestination EventBridgeDestination { get; set; }

    public List<string> MatchingEventTypes { get; set; }

    public string Name { get; set; }

    public SnsDestination SnsDestination { get; set; }
}
