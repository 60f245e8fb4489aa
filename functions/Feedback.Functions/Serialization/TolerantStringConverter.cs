using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Feedback.Functions.Serialization;

/// <summary>
/// Replaces unpaired surrogates, and bytes that aren't UTF-8, by U+FFFD. The JSON reader would refuse the whole payload, so one invalid
/// body would fail every message of its batch; with the replacement it fails alone, when its body is parsed.
/// </summary>
internal sealed class TolerantStringConverter : JsonConverter<string>
{
    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Text(ref reader);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        return reader.TokenType == JsonTokenType.String ? Text(ref reader) : throw new JsonException($"Expected a string, found {reader.TokenType}.");
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Unescape(Encoding.UTF8.GetString(reader.ValueSpan));
        }
    }

    /// <summary>The token is a valid JSON string except for its surrogates.</summary>
    private static string Unescape(string token)
    {
        var text = new StringBuilder(token.Length);
        for (var i = 0; i < token.Length; i++)
        {
            if (token[i] != '\\')
            {
                text.Append(token[i]);
                continue;
            }

            i++;
            if (token[i] == 'u')
            {
                text.Append((char)Convert.ToUInt16(token.Substring(i + 1, 4), 16));
                i += 4;
            }
            else
            {
                text.Append(token[i] switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', var other => other });
            }
        }

        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
