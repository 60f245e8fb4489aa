using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Feedback.Notifications.Wire;

/// <summary>A requested property, with its value as a slice of the buffer once <see cref="JsonObject"/> has found it. A JSON null counts as absent.</summary>
/// <param name="owner">The path of the containing object; empty at the root.</param>
/// <param name="name">The name of the property in the JSON.</param>
internal ref struct JsonField(string owner, ReadOnlySpan<byte> name)
{
    /// <summary>Longest type name that a reason repeats, in characters.</summary>
    private const int MaximumLabel = 40;

    private static readonly SearchValues<byte> LabelBytes =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 -_:"u8);

    private readonly string _owner = owner;
    private ReadOnlySpan<byte> _json = default;
    private bool _isRepeated = false;

    public ReadOnlySpan<byte> Name { get; } = name;

    public readonly bool IsPresent => _isRepeated || (!_json.IsEmpty && _json[0] != (byte)'n');

    private readonly string Path => _owner.Length == 0 ? Encoding.UTF8.GetString(Name) : $"{_owner}.{Encoding.UTF8.GetString(Name)}";

    public void Keep(ReadOnlySpan<byte> value)
    {
        _isRepeated = !_json.IsEmpty;
        _json = value;
    }

    public readonly JsonObject Object() => new(Required(), Path);

    public readonly JsonArray Array() => new(Required(), Path);

    /// <summary>The value of a string, still escaped.</summary>
    public readonly Utf8JsonReader String()
    {
        var reader = new Utf8JsonReader(Required());
        reader.Read();
        return reader.TokenType == JsonTokenType.String ? reader : throw Wrong("is not a string");
    }

    public readonly bool Is(string text) => IsPresent && String().ValueTextEquals(text);

    /// <summary>Returns the name of a type in a form that is safe to repeat in a reason; "unknown" for anything that may be more than a name.</summary>
    public readonly string Label()
    {
        var text = IsPresent ? String().ValueSpan : default;
        return text.Length is > 0 and <= MaximumLabel && !text.ContainsAnyExcept(LabelBytes) ? Encoding.UTF8.GetString(text) : "unknown";
    }

    public readonly UnreadableException Wrong(string problem) => new(Path, problem);

    /// <summary>The JSON of the value.</summary>
    public readonly ReadOnlySpan<byte> Required()
    {
        if (_isRepeated)
        {
            // JSON readers disagree on whether the first or the last value counts.
            throw Wrong("occurs twice");
        }

        return IsPresent ? _json : throw Wrong("is missing");
    }
}
