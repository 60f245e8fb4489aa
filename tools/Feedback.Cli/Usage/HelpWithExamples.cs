using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Feedback.Cli.Usage;

/// <summary>The help of a command, followed by examples.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in Examples.Of(parseResult.CommandResult.Command))
        {
            output.WriteLine($"  {example}");
        }

        return exitCode;
    }
}
