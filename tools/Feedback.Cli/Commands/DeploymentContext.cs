using System.CommandLine;
using Feedback.Cli.Output;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Cli.Commands;

/// <summary>What a command on a deployment runs with.</summary>
/// <param name="Parsed">The values of its arguments and options.</param>
/// <param name="Services">The services of the deployment.</param>
/// <param name="Terminal">The output.</param>
internal sealed record DeploymentContext(ParseResult Parsed, IServiceProvider Services, Terminal Terminal)
{
    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public T Value<T>(Option<T> option) => Parsed.GetRequiredValue(option);

    public T Value<T>(Argument<T> argument) => Parsed.GetRequiredValue(argument);
}
