using System.Text.Json;

namespace Feedback.Notifications.Wire;

/// <summary>
/// Enumerates the properties of one object. A requested property is kept as a slice of the buffer and read later, so the order of
/// properties doesn't matter. Other properties are skipped, after a check that they are valid JSON.
/// </summary>
internal ref struct JsonObject
{
    /// <summary>SES's JSON is five levels deep. Anything deeper than this limit is an attack or not from SES.</summary>
    private const int MaximumDepth = 64;

    private readonly ReadOnlySpan<byte> _json;
    private Utf8JsonReader _reader;

    /// <param name="json">The object, with nothing after it.</param>
    /// <param name="path">The name of the object in a reason.</param>
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

    /// <summary>Keeps the value if the current property is the requested one.</summary>
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
