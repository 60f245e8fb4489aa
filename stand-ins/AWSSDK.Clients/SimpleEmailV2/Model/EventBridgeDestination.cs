namespace Amazon.SimpleEmailV2.Model;

public class EventBridgeDestination
{
    public string EventBusArn { get; set; }
}
