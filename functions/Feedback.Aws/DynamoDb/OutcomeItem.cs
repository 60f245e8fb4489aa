using Amazon.DynamoDBv2.Model;
using Feedback.Notifications;
using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Aws.DynamoDb;

/// <summary>
/// An item of the outcomes table. Only hard bounces and complaints have <see cref="OutcomeKeys.EventEntity"/>, so the index costs nothing for
/// deliveries, which are nearly all items.
/// </summary>
internal static class OutcomeItem
{
    internal static Dictionary<string, AttributeValue> Of(Outcome outcome, DateTimeOffset expiresAt)
    {
        var item = OutcomeKeys.Of(outcome.Key);
        item["Evidence"] = Attributes.Of((long)outcome.Evidence);
        item.Put("ConfigurationSet", outcome.Attribution.ConfigurationSet);
        item["Source"] = Attributes.Of((long)outcome.Attribution.Source);
        item["Counted"] = Attributes.Of(outcome.Attribution.Counted);
        item.Put("SenderAccount", outcome.Attribution.Member?.AccountId);
        item.Put("SenderRegion", outcome.Attribution.Member?.Region);
        item["SentAt"] = Attributes.Of(outcome.SentAt);
        item.Put("DeliveredAt", outcome.DeliveredAt);
        item.Put("SoftBouncedAt", outcome.SoftBouncedAt);
        item[VersionCondition.Version] = Attributes.Of(outcome.Version);
        item[Attributes.ExpiresAt] = Attributes.Expiry(expiresAt);
        if (outcome.ReputationEvent is { } reputationEvent)
        {
            item[OutcomeKeys.OccurredAt] = Attributes.Of(reputationEvent.OccurredAt);
            item["Subtype"] = Attributes.Of(reputationEvent.Subtype);
            item["Domain"] = Attributes.Of(reputationEvent.Domain);
            item.Put("FeedbackId", reputationEvent.FeedbackId);
            item.Put(OutcomeKeys.EventEntity, outcome.Attribution.Counted ? outcome.Attribution.Entity.Key : null);
        }

        return item;
    }

    /// <exception cref="InvalidDataException">An attribute is missing or can't be read.</exception>
    internal static Outcome Read(Dictionary<string, AttributeValue> item) =>
        StoredItem.Read(item, ReadUnsafe, () => $"of message {OutcomeKeys.Read(item).MessageId} for recipient {OutcomeKeys.Read(item).RecipientHash}");

    private static Outcome ReadUnsafe(Dictionary<string, AttributeValue> item) => new(
        OutcomeKeys.Read(item),
        (Evidence)item.Number("Evidence"),
        new Attribution(item.OptionalText("ConfigurationSet"), (AttributionSource)item.Number("Source"), item.Truth("Counted"), ReadMember(item)),
        item.Time("SentAt"),
        item.OptionalTime("DeliveredAt"),
        item.OptionalTime("SoftBouncedAt"),
        item.ContainsKey("Subtype") ? ReadEvent(item) : null,
        item.Number(VersionCondition.Version));

    /// <summary>Null for mail of the stack's own account and Region, whose items have none of the two.</summary>
    private static MemberAccount? ReadMember(Dictionary<string, AttributeValue> item) =>
        item.OptionalText("SenderAccount") is { } account ? new MemberAccount(account, item.Text("SenderRegion")) : null;

    private static ReputationEvent ReadEvent(Dictionary<string, AttributeValue> item) =>
        new(item.Time(OutcomeKeys.OccurredAt), item.Text("Subtype"), item.Text("Domain"), item.OptionalText("FeedbackId"));
}
