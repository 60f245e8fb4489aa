using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.DynamoDBEvents;
using Feedback.Aws.DynamoDb;
using Feedback.Suppression;

namespace Feedback.Functions;

/// <summary>Reads an entry of the suppression list from an item as a stream reports it.</summary>
internal static class StreamImage
{
    /// <summary>Returns null if there was no item.</summary>
    /// <exception cref="InvalidDataException">An attribute is missing or can't be read.</exception>
    internal static SuppressionEntry? Read(Dictionary<string, DynamoDBEvent.AttributeValue>? image) =>
        image is { Count: > 0 } ? SuppressionItem.Read(Map(image)) : null;

    private static Dictionary<string, AttributeValue> Map(Dictionary<string, DynamoDBEvent.AttributeValue> map) =>
        map.ToDictionary(attribute => attribute.Key, attribute => Value(attribute.Value));

    /// <summary>The kinds of value that Feedback writes to the table.</summary>
    private static AttributeValue Value(DynamoDBEvent.AttributeValue value) => value switch
    {
        { S: { } text } => new AttributeValue { S = text },
        { N: { } number } => new AttributeValue { N = number },
        { M: { } map } => new AttributeValue { M = Map(map) },
        _ => throw new InvalidDataException("An attribute is neither a text, nor a number, nor a map."),
    };
}
