using Amazon.DynamoDBv2.Model;
using Feedback.Deciding;
using Feedback.Reputation;

namespace Feedback.Aws.DynamoDb;

/// <summary>The item of one history entry.</summary>
internal static class HistoryItem
{
    /// <summary>Longer than a year, so that a season can be compared with the same season of the year before.</summary>
    internal static readonly TimeSpan Retention = TimeSpan.FromDays(400);

    internal static Dictionary<string, AttributeValue> Of(HistoryEntry entry)
    {
        var item = ReputationKeys.History(entry.Entity, entry.At, entry.Version);
        item["At"] = Attributes.Of(entry.At);
        item["Version"] = Attributes.Of(entry.Version);
        item["What"] = Attributes.Of(entry.What);
        item["Level"] = Attributes.Of(entry.Level);
        item["Sending"] = Attributes.Of(entry.Sending);
        item["Actor"] = Attributes.Of(entry.Actor.Key);
        item["Evidence"] = Attributes.Of(entry.Evidence);
        item["ExpiresAt"] = Attributes.Expiry(entry.At + Retention);
        return item;
    }

    internal static HistoryEntry Read(Dictionary<string, AttributeValue> item) => new(
        new ReputationEntity(item.Text(ReputationKeys.Partition)),
        item.Time("At"),
        item.Number("Version"),
        item.Text("What"),
        item.Text("Level"),
        item.Text("Sending"),
        new Actor(item.Text("Actor")),
        item.Text("Evidence"));
}
