using Amazon.DynamoDBv2.Model;
using Feedback.Reputation;

namespace Feedback.Aws.DynamoDb;

/// <summary>The counts of one window in a state item.</summary>
internal static class TallyItem
{
    internal static Dictionary<string, AttributeValue> Of(WindowTally tally) => new()
    {
        ["Window"] = Attributes.Of(tally.Window.ToString()),
        ["Attempts"] = Attributes.Of(tally.Tally.Attempts),
        ["Deliveries"] = Attributes.Of(tally.Tally.Deliveries),
        ["HardBounces"] = Attributes.Of(tally.Tally.HardBounces),
        ["SoftBounces"] = Attributes.Of(tally.Tally.SoftBounces),
        ["Complaints"] = Attributes.Of(tally.Tally.Complaints),
    };

    internal static WindowTally Read(Dictionary<string, AttributeValue> map) => new(
        Window.Parse(map.Text("Window")),
        new Tally(
            map.Number("Attempts"),
            map.Number("Deliveries"),
            map.Number("HardBounces"),
            map.Number("SoftBounces"),
            map.Number("Complaints")));
}
