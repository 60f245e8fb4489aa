using Amazon.DynamoDBv2.Model;

namespace Feedback.Cli.Observing;

/// <summary>An item as it stands in a table.</summary>
/// <param name="Key">Table and key.</param>
/// <param name="Text">Every attribute, in one spelling: two items are equal if this is.</param>
internal sealed record StoredItem(string Key, string Text, Dictionary<string, AttributeValue> Attributes);
