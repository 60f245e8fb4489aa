using System;

namespace Feedback.Notifications;

/// <summary>
/// Reduces the spellings of an address to one. Shared, as source, with the library of senders, which also runs on .NET Standard 2.0; and
/// written so that the result doesn't depend on the platform or on its globalization data, since it is the key of a table.
/// </summary>
internal static class AddressSpelling
{
    /// <summary>64 for the local part, 255 for the domain, and the @ (RFC 5321, 4.5.3.1).</summary>
    private const int MaximumLength = 320;

    private const string TooLong = "is longer than 320 characters";

    /// <summary>
    /// RFC 5321 allows these in a quoted local part only. Dots may stand anywhere: providers have mailboxes such as <c>a..b</c> that
    /// RFC 5321 does not allow.
    /// </summary>
    private const string NotInLocalPart = " \t()<>[]:;@\\,\"";

    /// <summary>Types that may precede an address, from RFC 3464 and RFC 6068.</summary>
    private static readonly string[] Prefixes = ["rfc822;", "mailto:"];

    /// <summary>Returns the problem without quoting <paramref name="text"/>, or an empty string if there is none.</summary>
    internal static string Canonicalise(string text, out string value) => Canonicalise(text, out value, out _);

    /// <param name="text">The address in any spelling.</param>
    /// <param name="value">The canonical spelling.</param>
    /// <param name="spelling">The address as it is written in <paramref name="text"/>, without what surrounds it; null if that is the canonical one.</param>
    internal static string Canonicalise(string text, out string value, out string? spelling)
    {
        (value, spelling) = (string.Empty, null);
        var address = Bare(text.AsSpan());
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

        var local = address.Slice(0, at).TrimEnd();
        if (!IsLocalPart(local))
        {
            return "has no valid local part";
        }

        if (!DomainSpelling.TryCanonicalise(address.Slice(at + 1).TrimStart(), out var domain))
        {
            return "has no valid domain";
        }

        value = string.Concat(local.ToString().ToLowerInvariant(), "@", domain);
        spelling = address.SequenceEqual(value.AsSpan()) ? null : address.ToString();
        return value.Length > MaximumLength ? TooLong : string.Empty;
    }

    /// <summary>Removes what may surround an address: separators, a comment, a display name, single quotes and a prefix.</summary>
    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text)
    {
        text = WithoutDisplayName(WithoutComment(text.Trim().TrimEnd(" \t;,".AsSpan())));
        text = text.Length > 2 && text[0] == '\'' && text[text.Length - 1] == '\'' ? text.Slice(1, text.Length - 2).Trim() : text;
        foreach (var prefix in Prefixes)
        {
            if (text.StartsWith(prefix.AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                return text.Slice(prefix.Length).Trim();
            }
        }

        return text;
    }

    private static ReadOnlySpan<char> WithoutComment(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[text.Length - 1] != ')')
        {
            return text;
        }

        for (int start = text.Length - 1, depth = 0; start >= 0; start--)
        {
            depth += text[start] switch { ')' => 1, '(' => -1, _ => 0 };
            if (depth == 0)
            {
                return text.Slice(0, start).TrimEnd();
            }
        }

        return text;
    }

    private static ReadOnlySpan<char> WithoutDisplayName(ReadOnlySpan<char> text)
    {
        var open = !text.IsEmpty && text[text.Length - 1] == '>' ? text.LastIndexOf('<') : -1;
        return open >= 0 ? text.Slice(open + 1, text.Length - open - 2).Trim() : text;
    }

    private static bool IsLocalPart(ReadOnlySpan<char> text) =>
        text.Length > 1 && text[0] == '"' && text[text.Length - 1] == '"'
            ? IsQuoted(text)
            : !text.IsEmpty && text.IndexOfAny(NotInLocalPart.AsSpan()) < 0;

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
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsControl(text[i]) || char.IsSurrogate(text[i]) || text[i] == '\ufffd')
            {
                // U+FFFD stands for a lost character, so it identifies no mailbox either.
                return true;
            }
        }

        return false;
    }
}
