using Amazon.DynamoDBv2.Model;
using Feedback.Notifications;
using Feedback.Outcomes;

namespace Feedback.Aws.DynamoDb;

/// <summary>
/// An item of the outcomes table. Key: recipient hash, message id. Only harmful outcomes carry <see cref="EventEntity"/>, so the index
/// <see cref="EventIndex"/> costs nothing for the deliveries, which are nearly all.
/// </summary>
internal static class OutcomeItem
{
    internal const string EventIndex = "ReputationEvents";
    internal const string EventEntity = "EventEntity";
    internal const string OccurredAt = "OccurredAt";
    internal const string RecipientHash = "RecipientHash";
    internal const string Version = "Version";
    private const string MessageId = "MessageId";

    internal static Dictionary<string, AttributeValue> Key(OutcomeKey key) => new()
    {
        [RecipientHash] = Attributes.Of(key.RecipientHash),
        [MessageId] = Attributes.Of(key.MessageId),
    };

    internal static Dictionary<string, AttributeValue> Of(Outcome outcome, DateTimeOffset expiresAt)
    {
        var item = Key(outcome.Key);
        item["Evidence"] = Attributes.Of((long)outcome.Evidence);
        item.Put("ConfigurationSet", outcome.Attribution.ConfigurationSet);
        item["Source"] = Attributes.Of((long)outcome.Attribution.Source);
        item["Counted"] = Attributes.Of(outcome.Attribution.Counted);
        item["SentAt"] = Attributes.Of(outcome.SentAt);
        item.Put("DeliveredAt", outcome.DeliveredAt);
        item.Put("SoftBouncedAt", outcome.SoftBouncedAt);
        item[Version] = Attributes.Of(outcome.Version);
        item["ExpiresAt"] = Attributes.Expiry(expiresAt);
        if (outcome.ReputationEvent is { } reputationEvent)
        {
            item[OccurredAt] = Attributes.Of(reputationEvent.OccurredAt);
            item["Subtype"] = Attributes.Of(reputationEvent.Subtype);
            item["Domain"] = Attributes.Of(reputationEvent.Domain);
            item.Put("FeedbackId", reputationEvent.FeedbackId);
            item.Put(EventEntity, outcome.Attribution.Counted ? outcome.Attribution.Entity.Key : null);
        }

        return item;
    }

    internal static Outcome Read(Dictionary<string, AttributeValue> item) => new(
        new OutcomeKey(item.Text(RecipientHash), item.Text(MessageId)),
        (Evidence)item.Number("Evidence"),
        new Attribution(item.OptionalText("ConfigurationSet"), (AttributionSource)item.Number("Source"), item.Truth("Counted")),
        item.Time("SentAt"),
        item.OptionalTime("DeliveredAt"),
        item.OptionalTime("SoftBouncedAt"),
        item.ContainsKey("Subtype") ? ReadEvent(item) : null,
        item.Number(Version));

    internal static ReputationEvent ReadEvent(Dictionary<string, AttributeValue> item) =>
        new(item.Time(OccurredAt), item.Text("Subtype"), item.Text("Domain"), item.OptionalText("FeedbackId"));
}
