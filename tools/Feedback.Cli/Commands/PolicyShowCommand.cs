using System.CommandLine;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Cli.Policies;
using Feedback.Cli.Status;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback policy show SET</c></summary>
internal sealed class PolicyShowCommand : Command
{
    private readonly Argument<string> _set = CommonOptions.Set();
    private readonly Option<bool> _json = CommonOptions.Json();
    private readonly Option<string?> _environment = CommonOptions.EnvironmentFile();

    public PolicyShowCommand()
        : base("show", "The policy that holds for a set, and what of it is the set's own.")
    {
        Add(_set);
        Add(_environment);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        EnvironmentFile.Apply(parsed.GetValue(_environment));
        await using var services = OperatorServices.Build();
        await PolicyPage.ShowAsync(services, EntityNames.Read(parsed.GetRequiredValue(_set)), new Terminal(parsed.GetValue(_json)), cancellationToken);
        return ExitCode.Good;
    }
}
