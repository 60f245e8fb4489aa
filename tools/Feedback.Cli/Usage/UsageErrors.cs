using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;

namespace Feedback.Cli.Usage;

/// <summary>Describes what is wrong with a command line, with the nearest command or option and where to find help.</summary>
internal static class UsageErrors
{
    /// <summary>Returns no lines if the command line is valid.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        // Half-typed lines are what the shell asks completions for.
        if (((RootCommand)parsed.RootCommandResult.Command).Directives.OfType<SuggestDirective>().Any(one => parsed.GetResult(one) is not null))
        {
            return [];
        }

        var problems = Problems(parsed);
        return problems.Count == 0 ? [] : [.. problems, $"Run {PathOf(parsed.CommandResult)} --help for more."];
    }

    // Other errors may follow from a mistyped command or option, so only that one is named.
    private static IReadOnlyList<string> Problems(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var typed, ..] && !typed.StartsWith('-'))
        {
            return [$"There is no command '{typed}'.{Spelling.Suggest(typed, command.Subcommands.Select(one => one.Name))}"];
        }

        var unknown = UnknownOptions.In(parsed).ToList();
        return unknown.Count > 0
            ? unknown.ConvertAll(option => $"Unrecognized option '{option}'.{Spelling.Suggest(option, command.Options.Select(one => one.Name))}")
            : [.. parsed.Errors.Select(error => error.Message)];
    }

    private static string PathOf(SymbolResult? result) => result switch
    {
        CommandResult { Parent: CommandResult parent } command => $"{PathOf(parent)} {command.Command.Name}",
        _ => "feedback",
    };
}
