namespace Amazon.SimpleEmailV2.Model;

public class EventDestinationDefinition
{
    public bool? Enabled { get; set; }

    public List<string> MatchingEventTypes { get; set; }

    public SnsDestination SnsDestination { get; set; }
}
