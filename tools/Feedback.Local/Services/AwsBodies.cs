using System.Formats.Cbor;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Feedback.Local.Services;

/// <summary>Writes one tree as the body of an answer in each protocol.</summary>
internal static class AwsBodies
{
    /// <param name="call">The call that is answered.</param>
    /// <param name="names">The namespace of the service's XML.</param>
    /// <param name="result">The members of the result.</param>
    public static AwsReply Reply(AwsCall call, XNamespace names, JsonObject result) => call.Protocol switch
    {
        AwsProtocol.Json => AwsReply.Json(result.ToJsonString()),
        AwsProtocol.Cbor => AwsReply.Cbor(Cbor(result)),
        _ => AwsReply.Xml(new XElement(
            names + $"{call.Operation}Response",
            new XElement(names + $"{call.Operation}Result", Members(names, result)),
            new XElement(names + "ResponseMetadata", new XElement(names + "RequestId", RequestIds.Next()))).ToString()),
    };

    /// <summary>Returns the page of a list that begins at the token of the page before, and the token of the next page.</summary>
    public static (IReadOnlyList<T> Items, string? NextToken) Page<T>(IReadOnlyList<T> all, string? token, int size)
    {
        var start = token is null ? 0 : int.Parse(token, CultureInfo.InvariantCulture);
        var end = Math.Min(all.Count, start + size);
        return ([.. all.Take(start..end)], end < all.Count ? end.ToString(CultureInfo.InvariantCulture) : null);
    }

    private static IEnumerable<XElement> Members(XNamespace names, JsonObject members) => members
        .Where(member => member.Value is not null)
        .Select(member => new XElement(names + member.Key, Content(names, member.Value!)));

    private static object Content(XNamespace names, JsonNode value) => value switch
    {
        JsonArray list => list.Select(item => new XElement(names + "member", Content(names, item!))),
        JsonObject map => Members(names, map),
        _ => value.ToString(),
    };

    private static byte[] Cbor(JsonNode tree)
    {
        var writer = new CborWriter();
        Write(writer, tree);
        return writer.Encode();
    }

    private static void Write(CborWriter writer, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                writer.WriteStartMap(map.Count);
                foreach (var (name, value) in map)
                {
                    writer.WriteTextString(name);
                    Write(writer, value);
                }

                writer.WriteEndMap();
                break;
            case JsonArray list:
                writer.WriteStartArray(list.Count);
                foreach (var item in list)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValue flag when flag.GetValueKind() is JsonValueKind.True or JsonValueKind.False:
                writer.WriteBoolean((bool)flag);
                break;
            case JsonValue whole when whole.TryGetValue<int>(out var number):
                writer.WriteInt32(number);
                break;
            case JsonValue fraction when fraction.TryGetValue<double>(out var number):
                writer.WriteDouble(number);
                break;
            case null:
                writer.WriteNull();
                break;
            default:
                writer.WriteTextString(node.ToString());
                break;
        }
    }
}
