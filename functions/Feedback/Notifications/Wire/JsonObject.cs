using System.Text.Json;

namespace Feedback.Notifications.Wire;

/// <summary>
/// Walks the properties of one object. A property that is asked for is kept as a slice of the buffer and read later:
/// so the order of properties does not matter, and what nobody asks for is checked for being JSON and skipped.
/// </summary>
internal ref struct JsonObject
{
    /// <summary>SES nests five deep. Deeper than this is an attack or junk.</summary>
    private const int MaximumDepth = 64;

    private readonly ReadOnlySpan<byte> json;
    private Utf8JsonReader reader;

    /// <param name="json">The object and nothing else.</param>
    /// <param name="path">What to call it in a reason.</param>
    public JsonObject(ReadOnlySpan<byte> json, string path)
    {
        this.json = json;
        reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaximumDepth });
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new UnreadableException(path, "is not an object");
        }
    }

    public bool Next()
    {
        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            reader.Skip();
        }

        reader.Read();
        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            return true;
        }

        // At the end of the object: one more read throws if anything but white space follows.
        reader.Read();
        return false;
    }

    /// <summary>Keeps the value if the current property is the one <paramref name="field"/> asks for.</summary>
    public bool Take(ref JsonField field)
    {
        if (!reader.ValueTextEquals(field.Name))
        {
            return false;
        }

        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        field.Keep(json[start..(int)reader.BytesConsumed]);
        return true;
    }
}
