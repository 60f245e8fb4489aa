using System.Collections.Immutable;
using Amazon.DynamoDBv2.Model;
using Feedback.Suppression;

namespace Feedback.Aws.DynamoDb;

/// <summary>An item of the suppression table.</summary>
internal static class SuppressionItem
{
    internal static Dictionary<string, AttributeValue> Of(SuppressionEntry entry)
    {
        var item = SuppressionKeys.Of(entry.Address);
        item["RecipientHash"] = Attributes.Of(entry.Address.Hash);
        item["Reasons"] = Attributes.Of(entry.Reasons.ToDictionary(r => r.Key.ToString(), r => Attributes.Of(Cause(r.Value))));
        item[VersionCondition.Version] = Attributes.Of(entry.Version);
        if (entry.EndsAt is { } end)
        {
            item[Attributes.ExpiresAt] = Attributes.Expiry(end);
        }

        return item;
    }

    internal static SuppressionEntry Read(Dictionary<string, AttributeValue> item)
    {
        var reasons = (item["Reasons"].M ?? []).ToImmutableSortedDictionary(
            reason => Enum.Parse<SuppressionReason>(reason.Key),
            reason => new SuppressionCause(reason.Value.M.Time("OccurredAt"), reason.Value.M.Text("MessageId")));
        return new SuppressionEntry(SuppressionKeys.Read(item), reasons, item.Number(VersionCondition.Version));
    }

    private static Dictionary<string, AttributeValue> Cause(SuppressionCause cause) => new()
    {
        ["OccurredAt"] = Attributes.Of(cause.OccurredAt),
        ["MessageId"] = Attributes.Of(cause.MessageId),
    };
}
