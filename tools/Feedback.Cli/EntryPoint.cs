using System.CommandLine;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;

namespace Feedback.Cli;

internal static class EntryPoint
{
    private static async Task<int> Main(string[] arguments)
    {
        var parsed = CommandLine.Create().Parse(arguments);
        var unknown = UnknownOptions.In(parsed);
        if (unknown.Count + parsed.Errors.Count > 0)
        {
            // Other errors may follow from the mistyped option.
            new Terminal().Problems([.. unknown.Count > 0 ? unknown : parsed.Errors.Select(error => error.Message), "Run feedback --help for more."]);
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (ExpectedErrors.Explain(exception) is { } expected)
        {
            new Terminal().Problems(expected.Lines);
            return expected.ExitCode;
        }
    }
}
