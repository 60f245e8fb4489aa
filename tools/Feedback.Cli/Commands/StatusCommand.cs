using System.CommandLine;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Cli.Status;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback status [SET…]</c></summary>
internal sealed class StatusCommand : Command
{
    private readonly Argument<string[]> _sets = new("SET") { Description = "Configuration sets, account or unattributed; by default, all that have sent.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<bool> _json = CommonOptions.Json();
    private readonly Option<string?> _environment = CommonOptions.EnvironmentFile();

    public StatusCommand()
        : base("status", "How each set stands: level, rates by window, and whether it sends.")
    {
        Add(_sets);
        Add(_environment);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        EnvironmentFile.Apply(parsed.GetValue(_environment));
        await using var services = OperatorServices.Build();
        var wanted = parsed.GetValue(_sets)!.Select(EntityNames.Read).ToHashSet();
        var found = await services.GetRequiredService<StatusReader>().ReadAsync(wanted, cancellationToken);

        var terminal = new Terminal(parsed.GetValue(_json));
        terminal.Document(() => [.. found.Select(EntityDocument.Of)], CliJson.Readable.IReadOnlyListEntityDocument);
        if (found.Count > 0)
        {
            terminal.Write(StatusTable.Of(found));
        }

        var missing = wanted.Where(entity => found.All(status => status.State.Entity != entity)).ToList();
        terminal.Problems(missing.Select(entity => $"Feedback has seen no mail of {entity.Name}."));
        if (found.Count == 0 && missing.Count == 0)
        {
            terminal.Problems(["Feedback has seen no mail yet."]);
        }

        return found.Count == 0 || missing.Count > 0 ? ExitCode.NotGood : ExitCode.Good;
    }
}
