using System.CommandLine;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Cli.Policies;
using Feedback.Cli.Status;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback policy show SET</c></summary>
internal sealed class PolicyShowCommand : Command
{
    private readonly Argument<string> set = CommonOptions.Set();
    private readonly Option<bool> json = CommonOptions.Json();
    private readonly Option<string?> environment = CommonOptions.EnvironmentFile();

    public PolicyShowCommand()
        : base("show", "The policy that holds for a set, and what of it is the set's own.")
    {
        Add(set);
        Add(environment);
        Add(json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        EnvironmentFile.Apply(parsed.GetValue(environment));
        await using var services = OperatorServices.Build();
        await PolicyPage.ShowAsync(services, SubjectNames.Read(parsed.GetRequiredValue(set)), new Terminal(parsed.GetValue(json)), cancellation);
        return ExitCode.Good;
    }
}
