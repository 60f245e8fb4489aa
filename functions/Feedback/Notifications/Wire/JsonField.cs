using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Feedback.Notifications.Wire;

/// <summary>One property asked for, and its value as a slice of the buffer once <see cref="JsonObject"/> met it. A null counts as absent.</summary>
/// <param name="owner">The path of the object it belongs to; empty at the root.</param>
/// <param name="name">Its name in the JSON.</param>
internal ref struct JsonField(string owner, ReadOnlySpan<byte> name)
{
    /// <summary>The longest type name that a reason repeats.</summary>
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

    /// <summary>The name of a type, fit to be repeated in a reason; whatever could be more than a name is "unknown".</summary>
    public readonly string Label()
    {
        var text = IsPresent ? String().ValueSpan : default;
        return text.Length is > 0 and <= MaximumLabel && !text.ContainsAnyExcept(LabelBytes) ? Encoding.UTF8.GetString(text) : "unknown";
    }

    public readonly UnreadableException Wrong(string problem) => new(Path, problem);

    /// <summary>The value itself, to be walked or unwrapped.</summary>
    public readonly ReadOnlySpan<byte> Required()
    {
        if (_isRepeated)
        {
            // Whoever reads the first and whoever reads the last would disagree about what happened.
            throw Wrong("is there twice");
        }

        return IsPresent ? _json : throw Wrong("is missing");
    }
}
