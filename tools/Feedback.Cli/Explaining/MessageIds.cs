using System.Text.RegularExpressions;

namespace Feedback.Cli.Explaining;

/// <summary>Recognises SES's message ids, also as mail headers write them: <c>&lt;ID@eu-west-1.amazonses.com&gt;</c>.</summary>
internal static partial class MessageIds
{
    /// <summary>Returns the message id; null if the text must be an address.</summary>
    public static string? Read(string text)
    {
        var trimmed = text.Trim();
        return Header().Match(trimmed) is { Success: true } header ? header.Groups["id"].Value
            : trimmed.Contains('@', StringComparison.Ordinal) ? null
            : trimmed;
    }

    [GeneratedRegex(
        @"^<?(?<id>[^@<>\s]+)@(email|[a-z0-9-]+)\.amazonses\.com>?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Header();
}
