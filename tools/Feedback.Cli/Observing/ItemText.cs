using Amazon.DynamoDBv2.Model;

namespace Feedback.Cli.Observing;

/// <summary>Writes an item as canonical text, whatever the order of its attributes.</summary>
internal static class ItemText
{
    public static string Of(Dictionary<string, AttributeValue> map) =>
        $"{{{string.Join(", ", map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}: {Of(entry.Value)}"))}}}";

    private static string Of(AttributeValue value) => value switch
    {
        { S: { } text } => $"'{text}'",
        { N: { } number } => number,
        { BOOL: { } truth } => truth ? "true" : "false",
        { M: { } map } => Of(map),
        { L: { } list } => $"[{string.Join(", ", list.Select(Of))}]",
        _ => "null",
    };
}
