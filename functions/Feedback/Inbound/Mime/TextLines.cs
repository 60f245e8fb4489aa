namespace Feedback.Inbound.Mime;

/// <summary>Splits mail into lines. They end in CRLF, or in LF alone, which some servers and stores make of it.</summary>
internal static class TextLines
{
    /// <summary>Returns the line at a position, without its end, and moves the position to the next line.</summary>
    internal static ReadOnlySpan<char> Next(string text, ref int at)
    {
        var rest = text.AsSpan(at);
        var end = rest.IndexOf('\n');
        at += end < 0 ? rest.Length : end + 1;
        return (end < 0 ? rest : rest[..end]).TrimEnd('\r');
    }
}
