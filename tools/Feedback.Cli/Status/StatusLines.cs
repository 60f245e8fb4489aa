using Feedback.Cli.Output;
using Feedback.Reputation;
using Spectre.Console;

namespace Feedback.Cli.Status;

/// <summary>Renders one line for each entity, with its worst window, for terminals of 80 columns.</summary>
internal static class StatusLines
{
    public static Table Of(IReadOnlyList<EntityStatus> entities)
    {
        var table = Tables.New("Set", "Level", "Sending", "Hard bounces", "Complaints");
        foreach (var entity in entities)
        {
            var name = Markup.Escape(entity.State.Entity.Name);
            table.AddRow(
                entity.IsNormal ? name : $"[bold]{name}[/]",
                StatusTable.Level(entity.State.Level),
                StatusTable.Sending(entity.State, entity.Policy),
                Worst(entity, Signal.Bounce),
                Worst(entity, Signal.Complaint));
        }

        return table;
    }

    private static string Worst(EntityStatus entity, Signal signal)
    {
        var rates = entity.Now.Tallies.Select(tally => Rate.Of(signal, tally.Window, tally.Tally)).Where(rate => rate.Trials > 0).ToList();
        if (rates.Count == 0)
        {
            return "[dim]no mail[/]";
        }

        var thresholds = entity.Policy.Of(signal);
        var worst = rates.OrderByDescending(rate => rate.Events >= thresholds.MinimumEvents).ThenByDescending(rate => rate.Value).First();
        return StatusTable.Coloured(worst, thresholds, $"{Percent.Of(worst.Value)} in {worst.Window}");
    }
}
