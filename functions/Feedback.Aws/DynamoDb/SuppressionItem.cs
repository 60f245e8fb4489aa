using Amazon.DynamoDBv2.Model;
using Feedback.Notifications;
using Feedback.Suppression;

namespace Feedback.Aws.DynamoDb;

/// <summary>
/// An item of the suppression table: everything about one address, so that a batch of a hundred addresses is one request. Senders read it by
/// the rule in docs/suppression.md.
/// </summary>
internal static class SuppressionItem
{
    internal const string Scopes = "Scopes";
    private const string Allow = "Allow";
    private const string Cleared = "Cleared";
    private const string Reported = "Reported";

    /// <summary>
    /// How long an item without anything to say stays. If it were deleted at once, its successor would start at version 1 again, and a process
    /// that had read the old version 1 could overwrite it.
    /// </summary>
    private static readonly TimeSpan RemovedFor = TimeSpan.FromDays(1);

    internal static Dictionary<string, AttributeValue> Of(SuppressionEntry entry, DateTimeOffset now, TimeSpan ledgerRetention)
    {
        var item = SuppressionKeys.Of(entry.Address);
        item["RecipientHash"] = Attributes.Of(entry.Address.Hash);
        item.Put(Reported, entry.Reported);
        item[Scopes] = Attributes.Of(entry.Causes
            .GroupBy(cause => cause.Key.Scope)
            .ToDictionary(scope => scope.Key.ToString(), scope => Attributes.Of(SuppressionCauseItem.Of(scope))));
        if (entry.Allowance is { } allowance)
        {
            item[Allow] = Attributes.Of(SuppressionCauseItem.Of(allowance));
        }

        if (!entry.Cleared.IsEmpty)
        {
            item[Cleared] = Attributes.Of(entry.Cleared.ToDictionary(scope => scope.Key.ToString(), scope => Attributes.Of(scope.Value)));
        }

        item[VersionCondition.Version] = Attributes.Of(entry.Version);
        if (entry.NeededUntil(ledgerRetention) is { } end)
        {
            var isEmpty = entry.Causes.IsEmpty && entry.Allowance is null;
            item[Attributes.ExpiresAt] = Attributes.Expiry(end, isEmpty ? now + RemovedFor : now);
        }

        return item;
    }

    /// <exception cref="InvalidDataException">An attribute is missing or can't be read.</exception>
    internal static SuppressionEntry Read(Dictionary<string, AttributeValue> item)
    {
        var address = SuppressionKeys.Read(item);
        return StoredItem.Read(item, _ => ReadUnsafe(address, item), () => $"for recipient {address.Hash}");
    }

    private static SuppressionEntry ReadUnsafe(EmailAddress address, Dictionary<string, AttributeValue> item) => SuppressionEntry.Stored(
        address,
        item.OptionalText(Reported),
        item.TryGetValue(Scopes, out var scopes) ? (scopes.M ?? []).SelectMany(Causes) : SuppressionCauseItem.OfFormerLayout(item),
        item.TryGetValue(Allow, out var allow) ? SuppressionCauseItem.ReadAllowance(allow.M) : null,
        item.TryGetValue(Cleared, out var cleared) ? (cleared.M ?? []).Select(at => KeyValuePair.Create(Scope(at.Key), cleared.M!.Time(at.Key))) : [],
        item.Number(VersionCondition.Version));

    private static IEnumerable<KeyValuePair<SuppressionKey, SuppressionCause>> Causes(KeyValuePair<string, AttributeValue> scope) =>
        (scope.Value.M ?? []).Select(cause => SuppressionCauseItem.Read(Scope(scope.Key), cause.Key, cause.Value.M));

    private static SuppressionScope Scope(string text) =>
        SuppressionScope.TryParse(text, out var scope) ? scope : throw new FormatException("A scope is neither * nor the name of a configuration set.");
}
