using System.Globalization;
using System.Text;

namespace Feedback.Notifications.Wire;

/// <summary>The kinds of text a notification holds, each with its bounds.</summary>
internal static class JsonText
{
    /// <summary>
    /// Of UTF-8: more than any id, ARN or name of SES, and short enough for a key. DynamoDB takes 1,024 of a sort key, and refuses a whole
    /// transaction for one that is longer.
    /// </summary>
    private const int MaximumBytes = 512;

    private const int MaximumTimestamp = 40;

    /// <summary>JSON spells one character in at most six bytes.</summary>
    private const int BytesPerCharacter = 6;

    private static readonly string[] TimestampShapes = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF zzz"];

    /// <summary>An id or a name; null if absent or empty.</summary>
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
            throw field.Wrong("holds a control character");
        }

        return text.Length == 0 ? null : text;
    }

    internal static string RequiredText(this JsonField field) => field.Text() ?? throw field.Wrong("is missing");

    internal static EmailAddress Address(this JsonField field) =>
        EmailAddress.TryParse(field.AnyText(), out var address, out var problem) ? address : throw field.Wrong(problem);

    /// <summary>A time in either of SES's two shapes, in UTC; null if absent.</summary>
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
                text[..reader.CopyString(text)], TimestampShapes, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            && time.Year is >= 2000 and < 2200 // so that no window or expiry computed from it can overflow
                ? time.ToUniversalTime()
                : throw field.Wrong("is not a time");
    }

    /// <summary>True for the ASCII text in any case.</summary>
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
            // The JSON reader says so of a lone surrogate and of bytes that are not UTF-8.
            throw field.Wrong("is not valid Unicode");
        }
    }
}
