using System.CommandLine;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Cli.Policies;
using Feedback.Deciding;
using Feedback.Reputation;
using Spectre.Console;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback history SET</c></summary>
internal sealed class HistoryCommand : EntityCommand
{
    private const int Most = 1_000;

    private const int Indent = 4;

    private readonly Option<int> _limit = CommonOptions.Number("--limit", 1, Most, otherwise: 20, $"Maximum number of entries, 1 to {Most}.");

    public HistoryCommand()
        : base("history", "Shows each transition of a set and each operator's action, latest first.") => Define(_limit);

    protected override async Task<int> RunAsync(DeploymentContext context, ReputationEntity entity, CancellationToken cancellationToken)
    {
        var entries = await context.Get<IStateStore>().HistoryAsync(entity, context.Value(_limit), cancellationToken);
        context.Terminal.Document(() => [.. entries.Select(HistoryDocument.Of)], CliJson.Readable.IReadOnlyListHistoryDocument);
        if (entries.Count == 0)
        {
            context.Terminal.Problems([$"{entity.Name} has no history."]);
            return ExitCode.NotGood;
        }

        foreach (var entry in entries)
        {
            context.Terminal.Line($"{Figures.TimeWithSeconds(entry.At)}  {entry.What} by {entry.Actor.Name}: {entry.Level}, {entry.Sending}");
            context.Terminal.Write(new Padder(new Text(OptionNames.Spelled(entry.Evidence)), new Padding(Indent, 0, 0, 0)));
        }

        return ExitCode.Good;
    }
}
