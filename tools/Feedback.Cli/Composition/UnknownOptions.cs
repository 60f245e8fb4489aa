using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace Feedback.Cli.Composition;

/// <summary>
/// Finds arguments that look like options but aren't the command's. The parser would take them for arguments, or for the value of the
/// option before them: a mistyped <c>--mode</c> would become the name of a set. After <c>--</c> everything is an argument.
/// </summary>
internal static partial class UnknownOptions
{
    public static IReadOnlyList<string> In(ParseResult parsed) =>
    [
        .. parsed.Tokens
            .TakeWhile(token => token.Type != TokenType.DoubleDash)
            .Where(token => token.Type == TokenType.Argument && OptionLike().IsMatch(token.Value))
            .Select(token => $"Unrecognized option '{token.Value}'."),
    ];

    [GeneratedRegex("^--[A-Za-z][A-Za-z0-9-]*(?:=.*)?$", RegexOptions.CultureInvariant | RegexOptions.Singleline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex OptionLike();
}
