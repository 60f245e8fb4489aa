using Amazon.DynamoDBv2.Model;
using Feedback.Suppression;

namespace Feedback.Aws.DynamoDb;

/// <summary>The maps inside an item of the suppression table: one for each reason of a scope, and one for the allowance.</summary>
internal static class SuppressionCauseItem
{
    private const string FirstAt = "FirstAt";
    private const string LastAt = "LastAt";
    private const string Count = "Count";
    private const string MessageId = "MessageId";
    private const string At = "At";
    private const string Author = "Author";
    private const string Text = "Text";

    /// <summary>In seconds since 1970, rounded up, so that a program in any language can compare it.</summary>
    private const string Until = "Until";

    internal static Dictionary<string, AttributeValue> Of(IEnumerable<KeyValuePair<SuppressionKey, SuppressionCause>> causes) =>
        causes.ToDictionary(cause => cause.Key.Reason.ToString(), cause => Attributes.Of(Of(cause.Value)));

    internal static Dictionary<string, AttributeValue> Of(Allowance allowance) =>
        Order(allowance.At, allowance.Author, allowance.Text, allowance.Until);

    internal static Allowance ReadAllowance(Dictionary<string, AttributeValue> map) =>
        new(map.Time(At), map.Text(Author), map.Text(Text), End(map));

    internal static KeyValuePair<SuppressionKey, SuppressionCause> Read(SuppressionScope scope, string name, Dictionary<string, AttributeValue> map)
    {
        var reason = Enum.Parse<SuppressionReason>(name);
        var key = SuppressionKey.Of(reason, scope);
        return key.Scope == scope
            ? KeyValuePair.Create<SuppressionKey, SuppressionCause>(key, SuppressionReasons.IsOfOperator(reason) ? ReadOrder(map) : ReadEvents(map))
            : throw new FormatException($"{name} holds everywhere, and not for a set.");
    }

    /// <summary>
    /// Reads the layout before scopes: a map of reasons that all held everywhere, each with its latest event. The reasons that end did so
    /// after two weeks.
    /// </summary>
    internal static IEnumerable<KeyValuePair<SuppressionKey, SuppressionCause>> OfFormerLayout(Dictionary<string, AttributeValue> item) =>
        (item["Reasons"].M ?? []).Select(one =>
        {
            var reason = Enum.Parse<SuppressionReason>(one.Key);
            var last = new SuppressionEvent(one.Value.M.Time("OccurredAt"), one.Value.M.Text(MessageId));
            var cause = new EventCause(last.OccurredAt, 1, last, SuppressionTerms.Default.Ends(reason, last.OccurredAt, last.OccurredAt));
            return KeyValuePair.Create<SuppressionKey, SuppressionCause>(SuppressionKey.Of(reason, SuppressionScope.Everywhere), cause);
        });

    private static Dictionary<string, AttributeValue> Of(SuppressionCause cause) => cause switch
    {
        EventCause events => Of(events),
        OperatorCause order => Order(order.At, order.Author, order.Text, order.Until),
        _ => throw new InvalidOperationException("A kind of cause that isn't handled here."),
    };

    private static Dictionary<string, AttributeValue> Of(EventCause cause)
    {
        var map = new Dictionary<string, AttributeValue>
        {
            [FirstAt] = Attributes.Of(cause.FirstAt),
            [LastAt] = Attributes.Of(cause.Last.OccurredAt),
            [Count] = Attributes.Of(cause.Count),
            [MessageId] = Attributes.Of(cause.Last.MessageId),
        };
        map.Put("Subtype", cause.Last.Subtype);
        map.Put("Diagnostic", cause.Last.Diagnostic);
        map.Put("ConfigurationSet", cause.Last.ConfigurationSet);
        map.Put("FeedbackId", cause.Last.FeedbackId);
        map.Put(Until, cause.Until?.ToUnixTimeSeconds());
        return map;
    }

    private static EventCause ReadEvents(Dictionary<string, AttributeValue> map) => new(
        map.Time(FirstAt),
        map.Number(Count),
        new SuppressionEvent(
            map.Time(LastAt),
            map.Text(MessageId),
            map.OptionalText("Subtype"),
            map.OptionalText("Diagnostic"),
            map.OptionalText("ConfigurationSet"),
            map.OptionalText("FeedbackId")),
        End(map));

    private static OperatorCause ReadOrder(Dictionary<string, AttributeValue> map) => new(map.Time(At), map.Text(Author), map.Text(Text), End(map));

    private static Dictionary<string, AttributeValue> Order(DateTimeOffset at, string author, string text, DateTimeOffset? until)
    {
        var map = new Dictionary<string, AttributeValue> { [At] = Attributes.Of(at), [Author] = Attributes.Of(author), [Text] = Attributes.Of(text) };
        map.Put(Until, until?.ToUnixTimeSeconds());
        return map;
    }

    private static DateTimeOffset? End(Dictionary<string, AttributeValue> map) =>
        map.OptionalNumber(Until) is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
