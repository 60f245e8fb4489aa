using System.CommandLine;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Deciding;
using Feedback.Reputation;
using Spectre.Console;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback history SET</c></summary>
internal sealed class HistoryCommand : EntityCommand
{
    private const int Most = 1_000;

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

        context.Terminal.Write(Table(entries));
        return ExitCode.Good;
    }

    private static Table Table(IReadOnlyList<HistoryEntry> entries)
    {
        var table = Tables.New("When", "What", "Level", "Sending", "Who", "Why");
        foreach (var entry in entries)
        {
            string[] cells = [Figures.Time(entry.At), entry.What, entry.Level, entry.Sending, entry.Actor.Name, entry.Evidence];
            table.AddRow(cells.Select(cell => new Text(cell)));
        }

        return table;
    }
}
