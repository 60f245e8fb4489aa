using System.Globalization;
using System.Text;

namespace Feedback.Notifications.Wire;

/// <summary>Reads the kinds of text that a notification holds, each with its bounds.</summary>
internal static class JsonText
{
    /// <summary>
    /// In UTF-8. Longer than any id, ARN or name that SES uses, and short enough for a key: DynamoDB allows 1,024 bytes in a sort key, and
    /// rejects the whole transaction if one is longer.
    /// </summary>
    private const int MaximumBytes = 512;

    private const int MaximumTimestamp = 40;

    /// <summary>JSON encodes one ASCII character in at most six bytes.</summary>
    private const int BytesPerCharacter = 6;

    private static readonly string[] TimestampFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF zzz"];

    /// <summary>Reads an id or a name; null if absent or empty.</summary>
    internal static string? Text(this JsonField field)
    {
        if (!field.IsPresent)
        {
            return null;
        }

        var text = field.AnyText();
        if (Encoding.UTF8.GetByteCount(text) > MaximumBytes)
        {
            throw field.Wrong("is too long");
        }

        if (text.Any(char.IsControl))
        {
            throw field.Wrong("contains a control character");
        }

        return text.Length == 0 ? null : text;
    }

    internal static string RequiredText(this JsonField field) => field.Text() ?? throw field.Wrong("is missing");

    internal static EmailAddress Address(this JsonField field) =>
        EmailAddress.TryParse(field.AnyText(), out var address, out var problem) ? address : throw field.Wrong(problem);

    /// <summary>Reads a time in either of the two formats that SES uses, and returns it in UTC; null if absent.</summary>
    internal static DateTimeOffset? Timestamp(this JsonField field)
    {
        if (!field.IsPresent)
        {
            return null;
        }

        var reader = field.String();
        Span<char> text = stackalloc char[MaximumTimestamp];
        return reader.ValueSpan.Length <= text.Length
            && DateTimeOffset.TryParseExact(
                text[..reader.CopyString(text)], TimestampFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            && time.Year is >= 2000 and < 2200 // so that no window or expiry computed from it can overflow
                ? time.ToUniversalTime()
                : throw field.Wrong("is not a time");
    }

    /// <summary>Compares with an ASCII text, ignoring case.</summary>
    internal static bool IsIgnoringCase(this JsonField field, ReadOnlySpan<byte> text)
    {
        var reader = field.String();
        Span<byte> unescaped = stackalloc byte[text.Length * BytesPerCharacter];
        return reader.ValueSpan.Length <= unescaped.Length && Ascii.EqualsIgnoreCase(unescaped[..reader.CopyString(unescaped)], text);
    }

    private static string AnyText(this JsonField field)
    {
        try
        {
            return field.String().GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Thrown by the JSON reader for a lone surrogate and for bytes that are not UTF-8.
            throw field.Wrong("is not valid Unicode");
        }
    }
}
