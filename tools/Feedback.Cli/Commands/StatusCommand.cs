using System.CommandLine;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Cli.Status;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback status [SET…]</c></summary>
internal sealed class StatusCommand : DeploymentCommand
{
    private readonly Argument<string[]> _sets = new("SET")
    {
        Description = "Configuration sets, account or unattributed; by default all that have sent.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public StatusCommand()
        : base("status", "Shows the level, rates and sending state of each set.") => Define(_sets);

    protected override async Task<int> RunAsync(DeploymentContext context, CancellationToken cancellationToken)
    {
        var wanted = context.Parsed.GetValue(_sets)!.Select(EntityNames.Read).ToHashSet();
        var found = await context.Get<StatusReader>().ReadAsync(wanted, cancellationToken);
        context.Terminal.Document(() => [.. found.Select(EntityDocument.Of)], CliJson.Readable.IReadOnlyListEntityDocument);
        if (found.Count > 0)
        {
            context.Terminal.Write(StatusTable.Of(found));
        }

        var missing = wanted.Where(entity => found.All(status => status.State.Entity != entity)).ToList();
        context.Terminal.Problems(missing.Select(entity => $"Feedback has seen no mail of {entity.Name}."));
        if (found.Count == 0 && missing.Count == 0)
        {
            context.Terminal.Problems(["Feedback has seen no mail yet."]);
        }

        return found.Count == 0 || missing.Count > 0 ? ExitCode.NotGood : ExitCode.Good;
    }
}
