using System;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Feedback.Notifications;

/// <summary>Reduces the spellings of a mail domain to one: lower case, in IDNA ASCII, or an address literal.</summary>
internal static class DomainSpelling
{
    private const string IPv6 = "IPv6:";
    private const string NotInDomain = " <>()[]\\,;:\"'@";
    private const string AcePrefix = "xn--";

    /// <summary>RFC 1035, 2.3.4.</summary>
    private const int MaximumLabel = 63;

    internal static bool TryCanonicalise(ReadOnlySpan<char> text, out string domain)
    {
        var found = text.Length > 1 && text[0] == '[' && text[text.Length - 1] == ']' ? Literal(text.Slice(1, text.Length - 2)) : Name(text);
        domain = found ?? string.Empty;
        return found is not null;
    }

    /// <summary>Reads an address literal of RFC 5321, without its brackets: <c>192.0.2.1</c> or <c>IPv6:2001:db8::1</c>.</summary>
    private static string? Literal(ReadOnlySpan<char> text)
    {
        var isIPv6 = text.StartsWith(IPv6.AsSpan(), StringComparison.OrdinalIgnoreCase);
        var host = (isIPv6 ? text.Slice(IPv6.Length) : text).ToString();

        // IPAddress also takes scopes, hexadecimal numbers and fewer than four parts, none of which a literal may have.
        var isPlain = isIPv6 ? host.IndexOfAny(['%', '[', '/']) < 0 : host.Split('.').Length == 4 && IsDigitsAndDots(host);
        return isPlain && IPAddress.TryParse(host, out var address) && address.AddressFamily == Family(isIPv6)
            ? $"[{(isIPv6 ? "ipv6:" : string.Empty)}{address}]"
            : null;
    }

    private static bool IsDigitsAndDots(string text) => text.TrimStart("0123456789.".ToCharArray()).Length == 0;

    private static AddressFamily Family(bool isIPv6) => isIPv6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork;

    /// <summary>ASCII is not checked against IDNA: the bounce of a domain that breaks its rules is still a bounce.</summary>
    private static string? Name(ReadOnlySpan<char> text)
    {
        var name = Mapped(text).ToLowerInvariant();
        var domain = IsAscii(name) ? name : International(name);
        domain = domain?.TrimEnd('.');
        return domain is { Length: > 0 } && domain.AsSpan().IndexOfAny(NotInDomain.AsSpan()) < 0 ? domain : null;
    }

    /// <summary>
    /// Does the part of the mapping of UTS #46 that needs no Unicode tables, so that every platform comes to the same: full-width ASCII
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

    /// <summary>
    /// Encodes each label that isn't ASCII. .NET's IdnMapping would do, but its result depends on the process: with ICU it composes and maps
    /// characters, in invariant mode it doesn't.
    /// </summary>
    private static string? International(string name)
    {
        var labels = name.Split('.');
        for (var i = 0; i < labels.Length; i++)
        {
            var isRoot = labels[i].Length == 0 && i == labels.Length - 1;
            var encoded = IsAscii(labels[i]) ? labels[i] : Encoded(labels[i]);
            if (encoded is null || encoded.Length > MaximumLabel || (encoded.Length == 0 && !isRoot))
            {
                return null;
            }

            labels[i] = encoded;
        }

        return string.Join(".", labels);
    }

    /// <summary>
    /// Refuses a label that may have another, composed spelling, such as u with a combining diaeresis for ü: it would be another key for the
    /// same domain.
    /// </summary>
    private static string? Encoded(string label)
    {
        foreach (var character in label)
        {
            if (character is (>= '\u0300' and <= '\u036f') or (>= '\u1100' and <= '\u11ff') or '\u3099' or '\u309a')
            {
                return null;
            }
        }

        return label.StartsWith(AcePrefix, StringComparison.Ordinal) ? null : AcePrefix + Punycode.Encode(label);
    }

    private static bool IsAscii(string text)
    {
        foreach (var character in text)
        {
            if (character > '\u007f')
            {
                return false;
            }
        }

        return true;
    }
}
