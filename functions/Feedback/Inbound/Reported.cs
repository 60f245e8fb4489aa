using System.Text.RegularExpressions;
using Feedback.Notifications;

namespace Feedback.Inbound;

/// <summary>Reads fields that both kinds of report have, and names what comes of them.</summary>
internal static partial class Reported
{
    /// <summary>Tells, wherever the kind of an event is shown, that it came as mail and not from SES.</summary>
    internal const string ByMail = "ByMail";

    /// <summary>Returns the addresses of fields such as <c>rfc822; jane@example.org</c>, each once. What is no address is left out.</summary>
    internal static IReadOnlyList<EmailAddress> Addresses(IEnumerable<string> fields) => [.. fields.SelectMany(Address).Distinct()];

    private static IEnumerable<EmailAddress> Address(string field)
    {
        var text = field[(field.IndexOf(';', StringComparison.Ordinal) + 1)..];
        if (EmailAddress.TryParse(text, out var address, out _))
        {
            yield return address;
        }
    }

    /// <summary>Returns the only address of a field that may list several; null if it is not one address.</summary>
    internal static EmailAddress? OnlyAddress(IEnumerable<string> fields) =>
        fields.ToList() is [var field] && !field.Contains(',', StringComparison.Ordinal) && EmailAddress.TryParse(field, out var address, out _)
            ? address
            : null;

    /// <summary>Returns a word for display as it is, or <c>other</c> for anything that might be more than a word.</summary>
    internal static string Label(string word) => Plain().IsMatch(word) ? word : "other";

    [GeneratedRegex("^[a-z][a-z0-9-]{0,29}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Plain();
}
