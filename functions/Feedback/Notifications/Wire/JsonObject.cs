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

    private readonly ReadOnlySpan<byte> _json;
    private Utf8JsonReader _reader;

    /// <param name="json">The object and nothing else.</param>
    /// <param name="path">What to call it in a reason.</param>
    public JsonObject(ReadOnlySpan<byte> json, string path)
    {
        _json = json;
        _reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaximumDepth });
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            throw new UnreadableException(path, "is not an object");
        }
    }

    public bool Next()
    {
        if (_reader.TokenType == JsonTokenType.PropertyName)
        {
            _reader.Skip();
        }

        _reader.Read();
        if (_reader.TokenType == JsonTokenType.PropertyName)
        {
            return true;
        }

        // At the end of the object: one more read throws if anything but white space follows.
        _reader.Read();
        return false;
    }

    /// <summary>Keeps the value if the current property is the one <paramref name="field"/> asks for.</summary>
    public bool Take(ref JsonField field)
    {
        if (!_reader.ValueTextEquals(field.Name))
        {
            return false;
        }

        _reader.Read();
        var start = (int)_reader.TokenStartIndex;
        _reader.Skip();
        field.Keep(_json[start..(int)_reader.BytesConsumed]);
        return true;
    }
}
