using System.Text;

namespace Feedback.Inbound.Mime;

/// <summary>
/// A block of header fields (RFC 5322), in order. Reports use the same form in their bodies, with several blocks one after the other
/// (RFC 3464, RFC 5965).
/// </summary>
internal sealed class HeaderFields
{
    /// <summary>A mail has a few dozen. What comes after these is read over.</summary>
    private const int MostFields = 500;

    /// <summary>Far more than any field that is used here needs.</summary>
    private const int LongestValue = 8_000;

    private readonly List<(string Name, StringBuilder Value)> _fields = [];

    private HeaderFields()
    {
    }

    internal bool IsEmpty => _fields.Count == 0;

    /// <summary>Returns the first field of a name, in any case; null if there is none.</summary>
    internal string? First(string name) => All(name).FirstOrDefault();

    internal IEnumerable<string> All(string name) => _fields
        .Where(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        .Select(field => field.Value.ToString().Trim());

    /// <summary>Reads the block at a position, and moves the position behind the empty line that ends it. Lines that are no field are left out.</summary>
    internal static HeaderFields Read(string text, ref int at)
    {
        var fields = new HeaderFields();
        while (at < text.Length)
        {
            var line = TextLines.Next(text, ref at);
            if (line.IsEmpty)
            {
                break;
            }

            fields.Add(line);
        }

        return fields;
    }

    /// <summary>Reads all blocks of a text.</summary>
    internal static IReadOnlyList<HeaderFields> ReadAll(string text)
    {
        var blocks = new List<HeaderFields>();
        for (var at = 0; at < text.Length;)
        {
            var block = Read(text, ref at);
            if (!block.IsEmpty)
            {
                blocks.Add(block);
            }
        }

        return blocks;
    }

    private void Add(ReadOnlySpan<char> line)
    {
        if (line[0] is ' ' or '\t')
        {
            Continue(line);
        }
        else if (line.IndexOf(':') is > 0 and var colon && _fields.Count < MostFields)
        {
            _fields.Add((line[..colon].TrimEnd().ToString(), new StringBuilder()));
            Continue(line[(colon + 1)..]);
        }
    }

    /// <summary>A folded line continues the field before it.</summary>
    private void Continue(ReadOnlySpan<char> text)
    {
        if (_fields.Count > 0 && _fields[^1].Value is var value)
        {
            value.Append(text[..Math.Min(text.Length, LongestValue - value.Length)]);
        }
    }
}
