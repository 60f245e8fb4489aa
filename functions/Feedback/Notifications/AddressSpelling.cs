using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Feedback.Notifications;

/// <summary>Reduces the spellings that SES may use for an address to one.</summary>
internal static class AddressSpelling
{
    /// <summary>64 for the local part, 255 for the domain, and the @ (RFC 5321, 4.5.3.1).</summary>
    private const int MaximumLength = 320;

    private const string TooLong = "is longer than 320 characters";

    private static readonly SearchValues<char> NotInDomain = SearchValues.Create(" <>()[]\\,;:\"@");
    private static readonly IdnMapping Idn = new();

    /// <summary>Returns the problem without quoting <paramref name="text"/>, or an empty string if there is none.</summary>
    internal static string Canonicalise(string text, out string value)
    {
        value = string.Empty;
        var address = WithoutDisplayName(text.AsSpan().Trim());
        var at = address.LastIndexOf('@');
        if (at <= 0)
        {
            return at < 0 ? "has no @" : "has nothing before the @";
        }

        if (address.Length > MaximumLength)
        {
            return TooLong;
        }

        if (HoldsControlOrLoneSurrogate(address))
        {
            return "contains a control character or a lone surrogate";
        }

        if (!TryDomain(address[(at + 1)..], out var domain))
        {
            return "has no valid domain";
        }

        value = string.Concat(address[..at].ToString().ToLowerInvariant(), "@", domain);
        return value.Length > MaximumLength ? TooLong : string.Empty;
    }

    private static ReadOnlySpan<char> WithoutDisplayName(ReadOnlySpan<char> text) =>
        text is [.., '>'] && text.LastIndexOf('<') is >= 0 and var open ? text[(open + 1)..^1].Trim() : text;

    private static bool HoldsControlOrLoneSurrogate(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone surrogate enumerates as U+FFFD. U+FFFD itself stands for a lost character, so it identifies no mailbox either.
            if (Rune.IsControl(rune) || rune == Rune.ReplacementChar)
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryDomain(ReadOnlySpan<char> text, [NotNullWhen(true)] out string? domain)
    {
        domain = text.ToString().ToLowerInvariant();
        try
        {
            // ASCII is not checked against IDNA: the bounce of a domain that breaks its rules is still a bounce.
            domain = Ascii.IsValid(domain) ? domain : Idn.GetAscii(domain).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return false;
        }

        domain = domain.EndsWith('.') ? domain[..^1] : domain;
        return domain.Length > 0 && !domain.AsSpan().ContainsAny(NotInDomain);
    }
}
