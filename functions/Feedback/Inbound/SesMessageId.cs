using System.Text.RegularExpressions;

namespace Feedback.Inbound;

/// <summary>
/// Finds SES's message ids in header fields. SES replaces the Message-ID of every mail by one of its own, such as
/// <c>&lt;ID@email.amazonses.com&gt;</c> or <c>&lt;ID@eu-west-1.amazonses.com&gt;</c>, whose local part is the id of its events.
/// </summary>
internal static partial class SesMessageId
{
    internal static IEnumerable<string> In(string field) => Pattern().Matches(field).Select(match => match.Groups["id"].Value);

    // Bounded, so that no field can make it slow.
    [GeneratedRegex(
        @"(?<![\w.+-])(?<id>[0-9A-Za-z-]{16,100})@([a-z0-9-]{1,40}\.)?amazonses\.com(?![\w.-])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Pattern();
}
