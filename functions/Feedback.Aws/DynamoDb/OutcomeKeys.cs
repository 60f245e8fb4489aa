using Amazon.DynamoDBv2.Model;
using Feedback.Outcomes;

namespace Feedback.Aws.DynamoDb;

/// <summary>The keys of the outcomes table and of its index of hard bounces and complaints.</summary>
internal static class OutcomeKeys
{
    internal const string RecipientHash = "RecipientHash";
    internal const string EventIndex = "ReputationEvents";
    internal const string EventEntity = "EventEntity";
    internal const string OccurredAt = "OccurredAt";
    private const string MessageId = "MessageId";

    internal static Dictionary<string, AttributeValue> Of(OutcomeKey key) => new()
    {
        [RecipientHash] = Attributes.Of(key.RecipientHash),
        [MessageId] = Attributes.Of(key.MessageId),
    };

    internal static OutcomeKey Read(Dictionary<string, AttributeValue> item) => new(item.Text(RecipientHash), item.Text(MessageId));
}
