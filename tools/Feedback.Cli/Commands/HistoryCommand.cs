using System.CommandLine;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Feedback.Cli.Status;
using Feedback.Deciding;
using Feedback.Reputation;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Feedback.Cli.Commands;

/// <summary><c>feedback history SET</c></summary>
internal sealed class HistoryCommand : Command
{
    private const int Most = 1_000;

    private readonly Argument<string> _set = CommonOptions.Set();
    private readonly Option<int> _limit = CommonOptions.Number("--limit", 1, Most, otherwise: 20, $"How many entries at most (1 to {Most}).");
    private readonly Option<bool> _json = CommonOptions.Json();
    private readonly Option<string?> _environment = CommonOptions.EnvironmentFile();

    public HistoryCommand()
        : base("history", "What was decided about a set and done by whom, the latest first.")
    {
        Add(_set);
        Add(_limit);
        Add(_environment);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        EnvironmentFile.Apply(parsed.GetValue(_environment));
        await using var services = OperatorServices.Build();
        var entity = EntityNames.Read(parsed.GetRequiredValue(_set));
        var entries = await services.GetRequiredService<IStateStore>().HistoryAsync(entity, parsed.GetValue(_limit), cancellationToken);

        var terminal = new Terminal(parsed.GetValue(_json));
        terminal.Document(() => [.. entries.Select(HistoryDocument.Of)], CliJson.Readable.IReadOnlyListHistoryDocument);
        if (entries.Count == 0)
        {
            terminal.Problems([$"Nothing was ever decided about {entity.Name}."]);
            return ExitCode.NotGood;
        }

        terminal.Write(Table(entries));
        return ExitCode.Good;
    }

    private static Table Table(IReadOnlyList<HistoryEntry> entries)
    {
        var table = Tables.New("When", "What", "Level", "Sending", "Who", "Why");
        foreach (var entry in entries)
            table.AddRow(new Text(Figures.Time(entry.At)), new Text(entry.What), new Text(entry.Level), new Text(entry.Sending), new Text(entry.Actor.Name), new Text(entry.Evidence));
        return table;
    }
}
