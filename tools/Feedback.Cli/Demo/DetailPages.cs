using Feedback.Cli.Observing;
using Feedback.Cli.Output;
using Feedback.Suppression;
using Spectre.Console;

namespace Feedback.Cli.Demo;

/// <summary>What a demo shows beside its story, the samples of events/ included.</summary>
internal sealed class DetailPages(Terminal terminal)
{
    private const int Examples = 3;

    private readonly SnapshotPages _pages = new(terminal);

    public void Show(DemoOutcome demo)
    {
        _pages.Rates(demo.Before);
        Suppressed(demo);
        _pages.SendingChanges(demo.Before);
        _pages.Mails(demo.Before with { Mails = [.. demo.Before.Mails.Where(mail => !DemoPages.IsThePause(mail, demo))] });
        Replay(demo);
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
            {
                var examples = string.Join(", ", addresses.Take(Examples));
                table.AddRow(new Text(reason), new Text(Figures.Count(addresses.Count)).RightJustified(), new Text(examples));
            }
        }

        terminal.Write(table);
    }

    private void Replay(DemoOutcome demo)
    {
        terminal.Title("Counters before and after the replay");
        var (before, after) = (demo.Before.Stored.Counters(), demo.After.Stored.Counters());
        var table = Tables.New("Entity", "Before", "After");
        foreach (var (entity, counts) in before.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            var again = after.GetValueOrDefault(entity);
            table.AddRow(new Text(entity), new Text(counts.ToString()), new Text(again == counts ? "the same" : $"{again}"));
        }

        terminal.Write(table);
    }
}
