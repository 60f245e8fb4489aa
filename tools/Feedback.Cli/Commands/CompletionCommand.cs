using System.CommandLine;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Cli.Usage;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback completion SHELL</c></summary>
internal sealed class CompletionCommand : Command
{
    private readonly Argument<string> _shell = new("SHELL") { Description = "bash, zsh, fish or powershell." };

    public CompletionCommand()
        : base("completion", "Prints a script that completes commands and options in a shell.")
    {
        _shell.AcceptOnlyFromAmong([.. CompletionScripts.Shells]);
        Add(_shell);
        SetAction(parsed =>
        {
            Streams.Output.Write(CompletionScripts.For(parsed.GetRequiredValue(_shell)));
            return ExitCode.Good;
        });
    }
}
