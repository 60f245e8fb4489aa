using Amazon.DynamoDBv2.Model;

namespace Feedback.Cli.Observing;

/// <summary>An item of a table.</summary>
/// <param name="Key">Table and key.</param>
/// <param name="Text">All attributes as canonical text: two items are equal if their texts are.</param>
internal sealed record StoredItem(string Key, string Text, Dictionary<string, AttributeValue> Attributes);
