using System.Collections.Immutable;
using Amazon.DynamoDBv2.Model;
using Feedback.Notifications;
using Feedback.Suppression;

namespace Feedback.Aws.DynamoDb;

/// <summary>An item of the suppression table. Key: the address in its canonical form.</summary>
internal static class SuppressionItem
{
    internal const string Address = "Address";
    internal const string Version = "Version";
    internal const string ExpiresAt = "ExpiresAt";

    internal static Dictionary<string, AttributeValue> Key(EmailAddress address) => new() { [Address] = Attributes.Of(address.Value) };

    internal static Dictionary<string, AttributeValue> Of(SuppressionEntry entry)
    {
        var item = Key(entry.Address);
        item["RecipientHash"] = Attributes.Of(entry.Address.Hash);
        item["Reasons"] = Attributes.Of(entry.Reasons.ToDictionary(r => r.Key.ToString(), r => Attributes.Of(Cause(r.Value))));
        item[Version] = Attributes.Of(entry.Version);
        if (entry.EndsAt is { } end)
        {
            item[ExpiresAt] = Attributes.Expiry(end);
        }

        return item;
    }

    internal static SuppressionEntry Read(Dictionary<string, AttributeValue> item)
    {
        if (!EmailAddress.TryParse(item.Text(Address), out var address, out var problem))
        {
            throw new InvalidDataException($"An entry of the suppression table has no address: {problem}.");
        }

        var reasons = (item["Reasons"].M ?? []).ToImmutableSortedDictionary(
            reason => Enum.Parse<SuppressionReason>(reason.Key),
            reason => new SuppressionCause(reason.Value.M.Time("OccurredAt"), reason.Value.M.Text("MessageId")));
        return new SuppressionEntry(address, reasons, item.Number(Version));
    }

    private static Dictionary<string, AttributeValue> Cause(SuppressionCause cause) => new()
    {
        ["OccurredAt"] = Attributes.Of(cause.OccurredAt),
        ["MessageId"] = Attributes.Of(cause.MessageId),
    };
}
