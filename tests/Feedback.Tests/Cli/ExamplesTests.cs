using System.CommandLine;
using System.CommandLine.Parsing;
using Feedback.Cli.Usage;

namespace Feedback.Tests.Cli;

public sealed class ExamplesTests
{
    public static TheoryData<string> Commands() => [.. All(Feedback.Cli.CommandLine.Create()).SelectMany(Examples.Of).Distinct()];

    // The examples of completion are for a shell, which evaluates them.
    [Theory]
    [MemberData(nameof(Commands))]
    public void Of_EachCommand_AreValid(string example)
    {
        example.ShouldContain("feedback ");
        var words = CommandLineParser.SplitCommandLine(example).ToList();
        if (words[0] == "feedback" && !words.Contains(">"))
        {
            UsageErrors.Of(Feedback.Cli.CommandLine.Create().Parse([.. words.Skip(1)])).ShouldBeEmpty();
        }
    }

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);
}
