using Feedback.Cli.Observing;
using Feedback.Cli.Output;
using Feedback.Suppression;
using Spectre.Console;

namespace Feedback.Cli.Demo;

/// <summary>What a demo shows: each page one thing the system did.</summary>
internal sealed class DemoPages(Terminal terminal)
{
    private const int Examples = 3;

    private readonly SnapshotPages _pages = new(terminal);

    public void Show(DemoOutcome demo)
    {
        _pages.Rates(demo.Before);
        Suppressed(demo);
        _pages.SendingChanges(demo.Before);
        _pages.Mails(demo.Before);
        Replay(demo);
    }

    public void Show(IReadOnlyList<Check> checks, TimeSpan took)
    {
        terminal.Title("Checks");
        foreach (var check in checks)
            terminal.Markup($"  {(check.Holds ? "[green]ok[/]    " : "[red]WRONG[/] ")} {Markup.Escape(check.Name)}{(check.Holds ? "" : $": [red]{Markup.Escape(check.Problem!)}[/]")}");
        terminal.Line();
        var wrong = checks.Count(check => !check.Holds);
        terminal.Markup(wrong == 0
            ? $"[green]All {checks.Count} checks hold[/] ({Figures.Seconds(took)})."
            : $"[red]{wrong} of {checks.Count} checks do not hold[/] ({Figures.Seconds(took)}).");
    }

    private void Suppressed(DemoOutcome demo)
    {
        var suppressed = demo.Before.Stored.Suppressed();
        terminal.Title($"Suppressed addresses: {Figures.Count(suppressed.Count)}");
        var table = Tables.New("Reason", "Addresses", "For example");
        foreach (var reason in Enum.GetNames<SuppressionReason>())
        {
            var addresses = suppressed.Where(entry => entry.Value.Contains(reason)).Select(entry => entry.Key).Order(StringComparer.Ordinal).ToList();
            if (addresses.Count > 0)
                table.AddRow(new Text(reason), new Text(Figures.Count(addresses.Count)).RightJustified(), new Text(string.Join(", ", addresses.Take(Examples))));
        }

        terminal.Write(table);
    }

    private void Replay(DemoOutcome demo)
    {
        terminal.Title("Everything again: the counters before and after");
        var (before, after) = (demo.Before.Stored.Counters(), demo.After.Stored.Counters());
        var table = Tables.New("Entity", "Before", "After");
        foreach (var (entity, counts) in before.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            table.AddRow(new Text(entity), new Text(counts.ToString()), new Text(after.GetValueOrDefault(entity) == counts ? "the same" : $"{after.GetValueOrDefault(entity)}"));
        terminal.Write(table);
    }
}
