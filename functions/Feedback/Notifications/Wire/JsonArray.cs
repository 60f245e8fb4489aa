using System.Text.Json;

namespace Feedback.Notifications.Wire;

/// <summary>Walks the elements of one array, each a slice of the buffer.</summary>
internal ref struct JsonArray
{
    private readonly ReadOnlySpan<byte> json;
    private readonly string path;
    private Utf8JsonReader reader;

    /// <param name="json">The array and nothing else.</param>
    /// <param name="path">What to call an element of it in a reason.</param>
    public JsonArray(ReadOnlySpan<byte> json, string path)
    {
        this.json = json;
        this.path = path;
        reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new UnreadableException(path, "is not an array");
        }
    }

    public JsonField Current { get; private set; }

    public bool Next()
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            return false;
        }

        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        var element = new JsonField(path, "element"u8);
        element.Keep(json[start..(int)reader.BytesConsumed]);
        Current = element;
        return true;
    }
}
