using Feedback.Cli.Output;
using Feedback.Cli.Policies;
using Spectre.Console;

namespace Feedback.Cli.Simulation.Month;

/// <summary>Prints a simulated month.</summary>
internal sealed class MonthPages(Terminal terminal)
{
    public void Show(MonthResult result)
    {
        var (sets, days) = (Figures.Count(result.Options.Sets, "set"), Figures.Count(result.Options.Days, "day"));
        terminal.Title($"A month of mail: {sets}, {days}, seed {result.Options.Seed}");
        terminal.Line(
            $"  {Figures.Count(result.Outcomes, "outcome")} from {Figures.Count(result.Notifications, "notification")}, "
            + $"{Figures.Count(result.Sweeps, "sweep")}, in {Figures.Seconds(result.Took)}; tables in memory, without the embedded database");
        terminal.Line($"  {PolicyText.Of(result.Options.Policy)}");
        terminal.Write(Bad(result.Bad));
        if (result.Median is { } median && result.Worst is { } worst)
        {
            terminal.Line($"  From crossing the threshold to the call to SES: median {Figures.Seconds(median)}, worst {Figures.Seconds(worst)}");
        }

        var (warned, warnings) = (result.Good.Count(set => set.Warnings > 0), result.Good.Sum(set => set.Warnings));
        terminal.Line(
            $"  Good sets: {Figures.Count(result.Good.Count)}, of which {Figures.Count(warned)} with a warning ({Figures.Count(warnings, "warning")}), "
            + $"{Figures.Count(result.WronglyPaused.Count)} paused");
        if (result.WronglyPaused.Count > 0)
        {
            terminal.Write(Wrong(result.WronglyPaused));
        }
    }

    public static IEnumerable<string> Problems(MonthResult result) =>
    [
        .. result.Bad.Where(set => set.PausedAt is null).Select(set => $"Check failed: {set.Profile.Name} was not paused."),
        .. result.WronglyPaused.Select(set => $"Check failed: {set.Profile.Name} was paused{Reason(set)}."),
        .. result.Failed > 0 ? [$"Check failed: {Figures.Count(result.Failed, "notification")} failed."] : Array.Empty<string>(),
    ];

    private static string Reason(SetOutcome set) =>
        set.TrulyCritical is null ? " without being critical" : ", by chance: its rates did cross the threshold";

    private static Table Bad(IReadOnlyList<SetOutcome> sets)
    {
        var table = Tables.New("Bad set", "Critical from", "Because of", "Paused", "After", "Sent", "Stopped");
        foreach (var set in sets)
        {
            table.AddRow(
                Markup.Escape(set.Profile.Name),
                Second(set.TrulyCritical?.At),
                Markup.Escape(Why(set)),
                set.PausedAt is null ? "[red]NO[/]" : Second(set.PausedAt),
                set.Delay is { } delay ? Figures.Seconds(delay) : "-",
                Figures.Count(set.Sent),
                Figures.Count(set.Stopped));
        }

        return table;
    }

    private static string Why(SetOutcome set) =>
        (set.TrulyCritical?.Evidence ?? "-") + (set.PassedAfter is { } passed ? $", for {Figures.Seconds(passed)} only" : "");

    private static Table Wrong(IReadOnlyList<SetOutcome> sets)
    {
        var table = Tables.New("Paused by mistake", "Mails a day", "True bounce rate", "True complaint rate", "Paused", "Because of", "Truly critical from");
        foreach (var set in sets)
        {
            table.AddRow(
                Markup.Escape(set.Profile.Name),
                Figures.Count((long)set.Profile.PerDay),
                Reputation.Percent.Of((decimal)set.Profile.HardShare),
                Reputation.Percent.Of((decimal)set.Profile.ComplaintShare),
                Second(set.PausedAt),
                Markup.Escape(set.Evidence ?? "-"),
                Second(set.TrulyCritical?.At));
        }

        return table;
    }

    private static string Second(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) ?? "-";
}
