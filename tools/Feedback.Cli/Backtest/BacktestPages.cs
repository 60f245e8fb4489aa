using Feedback.Cli.InProcess;
using Feedback.Cli.Output;
using Feedback.Cli.Policies;
using Feedback.Deciding;
using Feedback.Reputation;
using Spectre.Console;

namespace Feedback.Cli.Backtest;

/// <summary>Prints a backtest.</summary>
internal sealed class BacktestPages(Terminal terminal)
{
    public void Show(BacktestResult result)
    {
        var (events, from, until) = (Figures.Count(result.Events, "event"), Figures.Time(result.From), Figures.Time(result.Until));
        terminal.Title($"Backtest: {events}, {from} to {until}, in {Figures.Seconds(result.Took)}");
        terminal.Line($"  {PolicyText.Of(result.Policy)}");
        if (result.Timeline.Count == 0)
        {
            terminal.Line("  No alerts: no set would have been warned about or paused.");
        }
        else
        {
            terminal.Write(Timeline(result.Timeline));
        }

        if (result.Sets.Count > 0)
        {
            terminal.Write(Sets(result));
        }

        if (result.Sets.Any(mail => mail.PausedAt is not null))
        {
            terminal.Line("  \"After the pause\" counts mail in the archive that was sent after it, which the pause would have stopped.");
        }

        if (result.Ignored > 0)
        {
            terminal.Line($"  {Figures.Count(result.Ignored, "event")} of other types left out.");
        }
    }

    private static Table Timeline(IReadOnlyList<Transition> transitions)
    {
        var table = Tables.New("Time", "Set", "What", "Why");
        foreach (var transition in transitions)
        {
            table.AddRow(
                Figures.Time(transition.At),
                Markup.Escape(transition.Entity.Name),
                What(transition.Kind),
                Markup.Escape(transition.Worst?.ToString() ?? "-"));
        }

        return table;
    }

    private static string What(AlertKind kind) => kind switch
    {
        AlertKind.Paused => "[red]would PAUSE[/]",
        AlertKind.Warning => "[yellow]would warn[/]",
        AlertKind.Critical => "[red]would alert: CRITICAL[/]",
        AlertKind.Held => "[yellow]would HOLD the pause[/]",
        AlertKind.Recovered => "would alert: recovered",
        _ => kind.ToString(),
    };

    private static Table Sets(BacktestResult result)
    {
        var table = Tables.New("Set", "Attempts", "Hard bounces", "Complaints", "Paused", "After the pause");
        foreach (var mail in result.Sets)
        {
            table.AddRow(
                Markup.Escape(mail.Entity.Name),
                Figures.Count(mail.All.Attempts),
                Show(Rate.Of(Signal.Bounce, default, mail.All)),
                Show(Rate.Of(Signal.Complaint, default, mail.All)),
                Figures.Time(mail.PausedAt),
                mail.PausedAt is null ? "-" : After(mail.AfterPause));
        }

        return table;
    }

    private static string After(Tally tally) =>
        $"{Figures.Count(tally.Attempts, "attempt")}, {Figures.Count(tally.HardBounces, "hard bounce")}, {Figures.Count(tally.Complaints, "complaint")}";

    private static string Show(Rate rate) => $"{Figures.Count(rate.Events)} ({Percent.Of(rate.Value)})";
}
