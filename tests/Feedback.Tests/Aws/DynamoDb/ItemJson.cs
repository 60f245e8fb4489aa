using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;

namespace Feedback.Tests.Aws.DynamoDb;

/// <summary>Reads items from DynamoDB's JSON, of the types that Feedback uses.</summary>
internal static class ItemJson
{
    internal static Dictionary<string, AttributeValue> Read(string json) => Map(JsonNode.Parse(json)!);

    internal static Dictionary<string, AttributeValue> Map(JsonNode json) => json.AsObject().ToDictionary(one => one.Key, one => Value(one.Value!));

    private static AttributeValue Value(JsonNode typed)
    {
        var (type, value) = typed.AsObject().Single();
        return type switch
        {
            "S" => new AttributeValue { S = value!.GetValue<string>() },
            "N" => new AttributeValue { N = value!.GetValue<string>() },
            "M" => new AttributeValue { M = Map(value!) },
            _ => throw new NotSupportedException($"The type {type} isn't used."),
        };
    }
}
