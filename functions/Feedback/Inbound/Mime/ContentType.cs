using System.Text;

namespace Feedback.Inbound.Mime;

/// <summary>The media type of a part, and its boundary if it has parts itself (RFC 2045, 5.1).</summary>
/// <param name="MediaType">In lower case, such as <c>multipart/report</c>.</param>
/// <param name="Boundary">Null if there is none.</param>
internal readonly record struct ContentType(string MediaType, string? Boundary)
{
    /// <summary>RFC 2046, 5.1.1.</summary>
    private const int LongestBoundary = 70;

    internal bool IsMultipart => MediaType.StartsWith("multipart/", StringComparison.Ordinal);

    internal static ContentType Parse(string? value)
    {
        var parts = Split(value ?? "text/plain");
        string? boundary = null;
        foreach (var parameter in parts.Skip(1))
        {
            var equals = parameter.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && parameter[..equals].Trim().Equals("boundary", StringComparison.OrdinalIgnoreCase))
            {
                boundary ??= parameter[(equals + 1)..].TrimEnd();
            }
        }

        return new ContentType(parts[0].Trim().ToLowerInvariant(), boundary is { Length: > 0 and <= LongestBoundary } ? boundary : null);
    }

    /// <summary>Splits at semicolons outside of quotes, and takes the quotes away.</summary>
    private static List<string> Split(string value)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < value.Length; i++)
        {
            switch (value[i])
            {
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case '\\' when isQuoted && i + 1 < value.Length:
                    part.Append(value[++i]);
                    break;
                case ';' when !isQuoted:
                    parts.Add(part.ToString());
                    part.Clear();
                    break;
                case ' ' or '\t' when !isQuoted:
                    break;
                default:
                    part.Append(value[i]);
                    break;
            }
        }

        return [.. parts, part.ToString()];
    }
}
