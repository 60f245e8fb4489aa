using Amazon.DynamoDBv2.Model;
using Feedback.Aws.DynamoDb;
using Feedback.Suppression;

namespace Feedback.Functions.Streams;

/// <summary>Reads an entry of the suppression list from an item as a stream reports it.</summary>
internal static class StreamImage
{
    /// <summary>Returns null if there was no item.</summary>
    /// <exception cref="InvalidDataException">An attribute is missing or can't be read.</exception>
    internal static SuppressionEntry? Read(Dictionary<string, StreamEvent.StreamValue>? image) =>
        image is { Count: > 0 } ? SuppressionItem.Read(Map(image)) : null;

    private static Dictionary<string, AttributeValue> Map(Dictionary<string, StreamEvent.StreamValue> map) =>
        map.ToDictionary(attribute => attribute.Key, attribute => Value(attribute.Value));

    /// <summary>The kinds of value that Feedback writes to the table.</summary>
    private static AttributeValue Value(StreamEvent.StreamValue value) => value switch
    {
        { Text: { } text } => new AttributeValue { S = text },
        { Number: { } number } => new AttributeValue { N = number },
        { Map: { } map } => new AttributeValue { M = Map(map) },
        _ => throw new InvalidDataException("An attribute is neither a text, nor a number, nor a map."),
    };
}
