using System.Text.Json;

namespace Feedback.Notifications.Wire;

/// <summary>Enumerates the elements of one array, each as a slice of the buffer.</summary>
internal ref struct JsonArray
{
    private readonly ReadOnlySpan<byte> _json;
    private readonly string _path;
    private Utf8JsonReader _reader;

    /// <param name="json">The array, with nothing after it.</param>
    /// <param name="path">The name of an element in a reason.</param>
    public JsonArray(ReadOnlySpan<byte> json, string path)
    {
        _json = json;
        _path = path;
        _reader = new Utf8JsonReader(json);
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.StartArray)
        {
            throw new UnreadableException(path, "is not an array");
        }
    }

    public JsonField Current { get; private set; }

    public bool Next()
    {
        _reader.Read();
        if (_reader.TokenType == JsonTokenType.EndArray)
        {
            return false;
        }

        var start = (int)_reader.TokenStartIndex;
        _reader.Skip();
        var element = new JsonField(_path, "element"u8);
        element.Keep(_json[start..(int)_reader.BytesConsumed]);
        Current = element;
        return true;
    }
}
