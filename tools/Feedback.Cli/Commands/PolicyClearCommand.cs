using System.CommandLine;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Cli.Policies;
using Feedback.Cli.Status;
using Feedback.Operating;
using Feedback.Reputation;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback policy clear SET</c></summary>
internal sealed class PolicyClearCommand : Command
{
    private readonly Argument<string> _set = CommonOptions.Set();
    private readonly Option<string> _by = CommonOptions.By();
    private readonly Option<bool> _json = CommonOptions.Json();
    private readonly Option<string?> _environment = CommonOptions.EnvironmentFile();

    public PolicyClearCommand()
        : base("clear", "Removes a set's own policy: the deployment's holds again, within a minute.")
    {
        Add(_set);
        Add(_by);
        Add(_environment);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        EnvironmentFile.Apply(parsed.GetValue(_environment));
        await using var services = OperatorServices.Build();
        var entity = EntityNames.Read(parsed.GetRequiredValue(_set));
        await services.GetRequiredService<PolicyCommands>().ReplaceAsync(entity, new Dictionary<string, string>(), parsed.GetRequiredValue(_by), cancellationToken);
        await PolicyPage.ShowAsync(services, entity, new Terminal(parsed.GetValue(_json)), cancellationToken);
        return ExitCode.Good;
    }
}
