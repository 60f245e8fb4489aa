using Amazon.DynamoDBv2.Model;
using Feedback.Suppression;

namespace Feedback.Aws.DynamoDb;

/// <summary>The item of one change of the suppression list: in the reputation table, where all history is, under the hash of the address.</summary>
internal static class SuppressionChangeItem
{
    internal static Dictionary<string, AttributeValue> Of(SuppressionChange change) => new()
    {
        [ReputationKeys.Partition] = Attributes.Of(Partition(change.RecipientHash)),
        [ReputationKeys.Sort] = Attributes.Of($"{ReputationKeys.HistoryPrefix}{Attributes.Text(change.At)}#{change.What}"),
        ["At"] = Attributes.Of(change.At),
        ["What"] = Attributes.Of(change.What),
        ["Author"] = Attributes.Of(change.Author),
        ["Text"] = Attributes.Of(change.Text),
        [Attributes.ExpiresAt] = Attributes.Expiry(change.At + HistoryItem.Retention),
    };

    internal static SuppressionChange Read(string recipientHash, Dictionary<string, AttributeValue> item) =>
        new(recipientHash, item.Time("At"), item.Text("What"), item.Text("Author"), item.Text("Text"));

    internal static string Partition(string recipientHash) => $"SUPPRESSION#{recipientHash}";
}
