using System.Buffers;
using System.Text;

namespace Feedback.Inbound.Mime;

/// <summary>Decodes what a Content-Transfer-Encoding did to a body (RFC 2045, 6). A broken body gives what can be read of it.</summary>
internal static class TransferEncoding
{
    private static readonly SearchValues<char> Base64Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");

    /// <param name="encoding">The header's value; null for none.</param>
    /// <param name="body">One character for each byte.</param>
    internal static byte[] Decode(string? encoding, string body) => encoding?.Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(body),
        "quoted-printable" => QuotedPrintable(body),
        _ => Encoding.Latin1.GetBytes(body),
    };

    private static byte[] Base64(string body)
    {
        var text = new StringBuilder(body.Length);
        foreach (var character in body)
        {
            if (character == '=')
            {
                break;
            }

            if (Base64Alphabet.Contains(character))
            {
                text.Append(character);
            }
        }

        // One character of a group alone is less than a byte.
        text.Length -= text.Length % 4 == 1 ? 1 : 0;
        return Convert.FromBase64String(text.Append('=', (4 - (text.Length % 4)) % 4).ToString());
    }

    private static byte[] QuotedPrintable(string body)
    {
        var bytes = new List<byte>(body.Length);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] != '=')
            {
                bytes.Add((byte)body[i]);
            }
            else if (i + 2 < body.Length && char.IsAsciiHexDigit(body[i + 1]) && char.IsAsciiHexDigit(body[i + 2]))
            {
                bytes.Add(Convert.FromHexString(body.AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else
            {
                // A soft line break: the line goes on.
                i += body.AsSpan(i + 1).StartsWith("\r\n") ? 2 : body.AsSpan(i + 1).StartsWith("\n") ? 1 : 0;
            }
        }

        return [.. bytes];
    }
}
