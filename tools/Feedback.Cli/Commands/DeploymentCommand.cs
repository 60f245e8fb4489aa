using System.CommandLine;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;

namespace Feedback.Cli.Commands;

/// <summary>A command that works on a deployment: connects to it, runs, and prints tables or JSON.</summary>
internal abstract class DeploymentCommand(string name, string description) : Command(name, description)
{
    private readonly Option<string?> _environment = CommonOptions.EnvironmentFile();
    private readonly Option<bool> _json = CommonOptions.Json();

    /// <summary>Adds the command's own arguments and options, then those that all of these commands have.</summary>
    protected void Define(params IEnumerable<Symbol> own)
    {
        foreach (var symbol in own)
        {
            if (symbol is Argument argument)
            {
                Add(argument);
            }
            else
            {
                Add((Option)symbol);
            }
        }

        Add(_environment);
        Add(_json);
        SetAction(ConnectAsync);
    }

    protected abstract Task<int> RunAsync(DeploymentContext context, CancellationToken cancellationToken);

    private async Task<int> ConnectAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        EnvironmentFile.Apply(parsed.GetValue(_environment));
        await using var services = OperatorServices.Build();
        return await RunAsync(new DeploymentContext(parsed, services, new Terminal(parsed.GetValue(_json))), cancellationToken);
    }
}
