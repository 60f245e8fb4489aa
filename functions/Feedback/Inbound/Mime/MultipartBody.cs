namespace Feedback.Inbound.Mime;

/// <summary>Splits the body of a multipart (RFC 2046, 5.1). Its last part may be cut off, as a mail that is read in part only is.</summary>
internal static class MultipartBody
{
    internal static IEnumerable<string> Split(string body, string boundary)
    {
        int? start = null;
        for (var at = 0; at < body.Length;)
        {
            var before = at;
            if (!IsDelimiter(TextLines.Next(body, ref at), boundary, out var isLast))
            {
                continue;
            }

            if (start is { } from)
            {
                yield return body[from..before];
            }

            if (isLast)
            {
                yield break;
            }

            start = at;
        }

        if (start is { } rest && rest < body.Length)
        {
            yield return body[rest..];
        }
    }

    private static bool IsDelimiter(ReadOnlySpan<char> line, string boundary, out bool isLast)
    {
        isLast = false;
        if (!line.StartsWith("--") || !line[2..].StartsWith(boundary))
        {
            return false;
        }

        var rest = line[(2 + boundary.Length)..].TrimEnd();
        isLast = rest is "--";
        return isLast || rest.IsEmpty;
    }
}
