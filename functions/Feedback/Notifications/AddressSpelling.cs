using System.Buffers;
using System.Text;

namespace Feedback.Notifications;

/// <summary>Reduces the spellings that SES may use for an address to one.</summary>
internal static class AddressSpelling
{
    /// <summary>64 for the local part, 255 for the domain, and the @ (RFC 5321, 4.5.3.1).</summary>
    private const int MaximumLength = 320;

    private const string TooLong = "is longer than 320 characters";

    /// <summary>
    /// RFC 5321 allows these in a quoted local part only. Dots may stand anywhere: providers have mailboxes such as <c>a..b</c> that
    /// RFC 5321 does not allow.
    /// </summary>
    private static readonly SearchValues<char> NotInLocalPart = SearchValues.Create(" \t()<>[]:;@\\,\"");

    /// <summary>Types that may precede an address, from RFC 3464 and RFC 6068.</summary>
    private static readonly string[] Prefixes = ["rfc822;", "mailto:"];

    /// <summary>Returns the problem without quoting <paramref name="text"/>, or an empty string if there is none.</summary>
    internal static string Canonicalise(string text, out string value)
    {
        value = string.Empty;
        var address = Bare(text);
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

        var local = address[..at].TrimEnd();
        if (!IsLocalPart(local))
        {
            return "has no valid local part";
        }

        if (!DomainSpelling.TryCanonicalise(address[(at + 1)..].TrimStart(), out var domain))
        {
            return "has no valid domain";
        }

        value = string.Concat(local.ToString().ToLowerInvariant(), "@", domain);
        return value.Length > MaximumLength ? TooLong : string.Empty;
    }

    /// <summary>Removes what may surround an address: separators, a comment, a display name, single quotes and a prefix.</summary>
    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text)
    {
        text = WithoutDisplayName(WithoutComment(text.Trim().TrimEnd(" \t;,")));
        text = text is ['\'', _, .., '\''] ? text[1..^1].Trim() : text;
        foreach (var prefix in Prefixes)
        {
            if (text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return text[prefix.Length..].Trim();
            }
        }

        return text;
    }

    private static ReadOnlySpan<char> WithoutComment(ReadOnlySpan<char> text)
    {
        if (text is not [.., ')'])
        {
            return text;
        }

        for (int start = text.Length - 1, depth = 0; start >= 0; start--)
        {
            depth += text[start] switch { ')' => 1, '(' => -1, _ => 0 };
            if (depth == 0)
            {
                return text[..start].TrimEnd();
            }
        }

        return text;
    }

    private static ReadOnlySpan<char> WithoutDisplayName(ReadOnlySpan<char> text) =>
        text is [.., '>'] && text.LastIndexOf('<') is >= 0 and var open ? text[(open + 1)..^1].Trim() : text;

    private static bool IsLocalPart(ReadOnlySpan<char> text) => text is ['"', .., '"'] ? IsQuoted(text) : !text.IsEmpty && !text.ContainsAny(NotInLocalPart);

    /// <summary>True if the only unescaped quotes are the first and the last character.</summary>
    private static bool IsQuoted(ReadOnlySpan<char> text)
    {
        var at = 1;
        while (at < text.Length && text[at] != '"')
        {
            at += text[at] == '\\' ? 2 : 1;
        }

        return at == text.Length - 1;
    }

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
}
