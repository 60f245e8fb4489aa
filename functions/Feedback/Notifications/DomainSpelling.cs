using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Feedback.Notifications;

/// <summary>Reduces the spellings of a mail domain to one: lower case, in IDNA ASCII, or an address literal.</summary>
internal static class DomainSpelling
{
    private const string IPv6 = "IPv6:";

    private static readonly SearchValues<char> NotInDomain = SearchValues.Create(" <>()[]\\,;:\"'@");
    private static readonly SearchValues<char> DigitsAndDot = SearchValues.Create("0123456789.");
    private static readonly IdnMapping Idn = new();

    internal static bool TryCanonicalise(ReadOnlySpan<char> text, [NotNullWhen(true)] out string? domain) =>
        text is ['[', .., ']'] ? TryLiteral(text[1..^1], out domain) : TryName(text, out domain);

    /// <summary>Reads an address literal of RFC 5321, without its brackets: <c>192.0.2.1</c> or <c>IPv6:2001:db8::1</c>.</summary>
    private static bool TryLiteral(ReadOnlySpan<char> text, [NotNullWhen(true)] out string? domain)
    {
        var isIPv6 = text.StartsWith(IPv6, StringComparison.OrdinalIgnoreCase);
        var host = isIPv6 ? text[IPv6.Length..] : text;

        // IPAddress also takes scopes, hexadecimal numbers and fewer than four parts, none of which a literal may have.
        var isPlain = isIPv6 ? !host.ContainsAny('%', '[', '/') : host.Count('.') == 3 && !host.ContainsAnyExcept(DigitsAndDot);
        domain = isPlain && IPAddress.TryParse(host, out var address) && address.AddressFamily == Family(isIPv6)
            ? $"[{(isIPv6 ? "ipv6:" : string.Empty)}{address}]"
            : null;
        return domain is not null;
    }

    private static AddressFamily Family(bool isIPv6) => isIPv6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork;

    private static bool TryName(ReadOnlySpan<char> text, [NotNullWhen(true)] out string? domain)
    {
        domain = Mapped(text).ToLowerInvariant();
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

    /// <summary>
    /// Does the part of the mapping of UTS #46 that needs no Unicode tables, which invariant globalization leaves out: full-width ASCII
    /// becomes ASCII, ideographic full stops become dots, and invisible characters disappear.
    /// </summary>
    private static string Mapped(ReadOnlySpan<char> text)
    {
        var mapped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is not ('\u00ad' or '\u200b' or '\u2060' or '\ufeff'))
            {
                mapped.Append(character switch
                {
                    >= '\uff01' and <= '\uff5e' => (char)(character - '\uff01' + '!'),
                    '\u3002' or '\uff61' => '.',
                    _ => character,
                });
            }
        }

        return mapped.ToString();
    }
}
