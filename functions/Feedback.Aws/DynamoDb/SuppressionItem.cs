using System.Collections.Immutable;
using Amazon.DynamoDBv2.Model;
using Feedback.Notifications;
using Feedback.Suppression;

namespace Feedback.Aws.DynamoDb;

/// <summary>An item of the suppression table.</summary>
internal static class SuppressionItem
{
    internal static Dictionary<string, AttributeValue> Of(SuppressionEntry entry, DateTimeOffset now)
    {
        var item = SuppressionKeys.Of(entry.Address);
        item["RecipientHash"] = Attributes.Of(entry.Address.Hash);
        item["Reasons"] = Attributes.Of(entry.Reasons.ToDictionary(r => r.Key.ToString(), r => Attributes.Of(Cause(r.Value))));
        item[VersionCondition.Version] = Attributes.Of(entry.Version);
        if (entry.EndsAt is { } end)
        {
            item[Attributes.ExpiresAt] = Attributes.Expiry(end, now);
        }

        return item;
    }

    /// <exception cref="InvalidDataException">An attribute is missing or can't be read.</exception>
    internal static SuppressionEntry Read(Dictionary<string, AttributeValue> item)
    {
        var address = SuppressionKeys.Read(item);
        return StoredItem.Read(item, _ => ReadUnsafe(address, item), () => $"for recipient {address.Hash}");
    }

    private static SuppressionEntry ReadUnsafe(EmailAddress address, Dictionary<string, AttributeValue> item)
    {
        var reasons = (item["Reasons"].M ?? []).ToImmutableSortedDictionary(
            reason => Enum.Parse<SuppressionReason>(reason.Key),
            reason => new SuppressionCause(reason.Value.M.Time("OccurredAt"), reason.Value.M.Text("MessageId")));
        return new SuppressionEntry(address, reasons, item.Number(VersionCondition.Version));
    }

    private static Dictionary<string, AttributeValue> Cause(SuppressionCause cause) => new()
    {
        ["OccurredAt"] = Attributes.Of(cause.OccurredAt),
        ["MessageId"] = Attributes.Of(cause.MessageId),
    };
}
