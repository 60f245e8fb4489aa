using System.CommandLine;
using System.CommandLine.Parsing;
using Feedback.Cli.Composition;
using Feedback.Cli.Connecting;
using Feedback.Cli.Output;
using Feedback.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Cli.Commands;

/// <summary>A command that works on a deployment: connects to it, runs, and prints tables or JSON.</summary>
internal abstract class DeploymentCommand(string name, string description) : Command(name, description)
{
    private readonly ConnectionOptions _connection = new();
    private readonly Option<bool> _json = CommonOptions.Json();

    /// <summary>Adds the command's own arguments and options, then those that all of these commands have.</summary>
    protected void Define(params IEnumerable<Symbol> own)
    {
        foreach (var symbol in own.Concat(_connection.All))
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

        Add(_json);
        SetAction(ConnectAsync);
    }

    /// <summary>The stack that was named on the command line or in the environment; null if the settings come from elsewhere.</summary>
    protected string? Stack(ParseResult parsed) => _connection.Stack(parsed);

    /// <summary>Whether an option was typed that only makes sense with a deployment.</summary>
    protected bool NamesADeployment(SymbolResult given) => _connection.All.Any(option => given.GetResult(option) is { Implicit: false });

    /// <summary>What the command does if its options ask for no deployment; null if they ask for one.</summary>
    protected virtual Func<Terminal, CancellationToken, Task<int>>? WithoutDeployment(ParseResult parsed) => null;

    protected abstract Task<int> RunAsync(DeploymentContext context, CancellationToken cancellationToken);

    private async Task<int> ConnectAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (WithoutDeployment(parsed) is { } run)
        {
            return await run(new Terminal(parsed.GetValue(_json)), cancellationToken);
        }

        var login = await _connection.ApplyAsync(parsed, cancellationToken);
        await using var services = OperatorServices.Build();
        login.RequireRegion();
        try
        {
            return await RunAsync(new DeploymentContext(parsed, services, new Terminal(parsed.GetValue(_json))), cancellationToken);
        }
        catch (Exception exception) when (AwsErrors.Explain(exception, login, services.GetRequiredService<Settings>()) is { } problems)
        {
            throw new UsageException(problems);
        }
    }
}
