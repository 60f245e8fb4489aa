using Feedback.Cli.Output;
using Feedback.Reputation;
using Feedback.Sending;
using Spectre.Console;

namespace Feedback.Cli.Status;

/// <summary>Subjects and their rates, a row for each window; what isn't normal stands out, in words too.</summary>
internal static class StatusTable
{
    public static Table Of(IReadOnlyList<SubjectStatus> subjects)
    {
        var table = Tables.New("Set", "Level", "Sending", "Since", "Window", "Hard bounces", "Complaints");
        foreach (var subject in subjects)
        {
            var first = true;
            foreach (var tally in subject.Now.Tallies)
            {
                string[] who = first ? Who(subject) : ["", "", "", ""];
                table.AddRow([.. who, tally.Window.ToString(), Show(subject, Signal.Bounce, tally), Show(subject, Signal.Complaint, tally)]);
                first = false;
            }
        }

        return table;
    }

    private static string[] Who(SubjectStatus subject)
    {
        var state = subject.State;
        return
        [
            subject.IsNormal ? Markup.Escape(state.Subject.Name) : $"[bold]{Markup.Escape(state.Subject.Name)}[/]",
            Level(state.Level),
            Sending(state, subject.Policy),
            Figures.Time(state.Sending == SendingStatus.Enabled ? state.ChangedAt : state.PausedAt),
        ];
    }

    private static string Level(Level level) => level switch
    {
        Reputation.Level.Critical => "[red]CRITICAL[/]",
        Reputation.Level.Warning => "[yellow]WARNING[/]",
        _ => "normal",
    };

    private static string Sending(SubjectState state, Policy policy) => state switch
    {
        { Sending: SendingStatus.Paused } => $"[red]PAUSED[/] by {state.PausedBy}",
        { Sending: SendingStatus.Pausing } => "[red]PAUSING[/]",
        { Held: true } => policy.Pauses(state.Subject) ? "[yellow]pause HELD[/]" : "[yellow]alarm HELD[/]",
        _ when !policy.CanPause(state.Subject) => "-",
        _ => "sends",
    };

    private static string Show(SubjectStatus subject, Signal signal, WindowTally tally)
    {
        var rate = Rate.Of(signal, tally.Window, tally.Tally);
        var text = $"{Percent.Of(rate.Value)} ({Figures.Count(rate.Events)} of {Figures.Count(rate.Trials)})";
        var thresholds = subject.Policy.Of(signal);
        return rate.Trials == 0 ? "[dim]no mail[/]"
            : rate.Events >= thresholds.MinimumEvents && rate.Value >= thresholds.Critical ? $"[red]{text}[/]"
            : rate.Events >= thresholds.MinimumEvents && rate.Value >= thresholds.Warning ? $"[yellow]{text}[/]"
            : text;
    }
}
