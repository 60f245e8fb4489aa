using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace Feedback.Cli.Composition;

/// <summary>
/// What looks like an option and is none of the command's. The parser takes it for an argument, or for the value of the option before it,
/// and a mistyped <c>--mode</c> would become the name of a set. After <c>--</c> everything is an argument.
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
