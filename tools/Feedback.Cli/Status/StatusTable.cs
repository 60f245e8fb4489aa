using Feedback.Cli.Output;
using Feedback.Deciding;
using Feedback.Reputation;
using Spectre.Console;

namespace Feedback.Cli.Status;

/// <summary>Renders entities and their rates, one row for each window. Anything abnormal stands out, in words as well as in colour.</summary>
internal static class StatusTable
{
    public static Table Of(IReadOnlyList<EntityStatus> entities)
    {
        var table = Tables.New("Set", "Level", "Sending", "Since", "Window", "Hard bounces", "Complaints");
        foreach (var entity in entities)
        {
            var first = true;
            foreach (var tally in entity.Now.Tallies)
            {
                string[] who = first ? Who(entity) : ["", "", "", ""];
                table.AddRow([.. who, tally.Window.ToString(), Show(entity, Signal.Bounce, tally), Show(entity, Signal.Complaint, tally)]);
                first = false;
            }
        }

        return table;
    }

    private static string[] Who(EntityStatus entity)
    {
        var state = entity.State;
        return
        [
            entity.IsNormal ? Markup.Escape(state.Entity.Name) : $"[bold]{Markup.Escape(state.Entity.Name)}[/]",
            Level(state.Level),
            Sending(state, entity.Policy),
            Figures.Time(state.Sending == SendingStatus.Enabled ? state.ChangedAt : state.PausedAt),
        ];
    }

    private static string Level(Level level) => level switch
    {
        Reputation.Level.Critical => "[red]CRITICAL[/]",
        Reputation.Level.Warning => "[yellow]WARNING[/]",
        _ => "normal",
    };

    private static string Sending(EntityState state, Policy policy) => state switch
    {
        { Sending: SendingStatus.Paused } => $"[red]PAUSED[/] by {state.PausedBy}",
        { Sending: SendingStatus.Pausing } => "[red]PAUSING[/]",
        { Held: true } => policy.Pauses(state.Entity) ? "[yellow]pause HELD[/]" : "[yellow]alarm HELD[/]",
        _ when !policy.CanPause(state.Entity) => "-",
        _ => "sends",
    };

    private static string Show(EntityStatus entity, Signal signal, WindowTally tally)
    {
        var rate = Rate.Of(signal, tally.Window, tally.Tally);
        var text = $"{Percent.Of(rate.Value)} ({Figures.Count(rate.Events)} of {Figures.Count(rate.Trials)})";
        var thresholds = entity.Policy.Of(signal);
        return rate.Trials == 0 ? "[dim]no mail[/]"
            : rate.Events >= thresholds.MinimumEvents && rate.Value >= thresholds.Critical ? $"[red]{text}[/]"
            : rate.Events >= thresholds.MinimumEvents && rate.Value >= thresholds.Warning ? $"[yellow]{text}[/]"
            : text;
    }
}
