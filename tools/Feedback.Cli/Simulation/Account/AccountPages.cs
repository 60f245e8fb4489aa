using Feedback.Cli.Output;
using Spectre.Console;

namespace Feedback.Cli.Simulation.Account;

/// <summary>Prints a simulated account.</summary>
internal sealed class AccountPages(Terminal terminal)
{
    public void Show(AccountResult result)
    {
        terminal.Title($"A simulated account: {result.Scenario}, seed {result.Seed}");
        terminal.Line(
            $"  {Figures.Count(result.Notifications, "notification")} in {Figures.Seconds(result.Took)}; "
            + $"at most {Figures.Count(result.MostInFlight)} deliveries in flight, {Figures.Count(result.MostDeadLetters)} in the dead-letter queue");
        var table = Tables.New("Bad set", "Critical from", "Because of", "Paused", "After");
        foreach (var set in result.Bad)
        {
            table.AddRow(
                set.Name,
                Second(set.Crossing?.At),
                Markup.Escape(set.Crossing?.Evidence ?? "-"),
                set.PausedAt is null ? "[red]NO[/]" : Second(set.PausedAt),
                set.Delay is { } delay ? Figures.Seconds(delay) : "-");
        }

        terminal.Write(table);
        terminal.Line(
            $"  Healthy sets: {Figures.Count(result.Healthy)}, of which {Figures.Count(result.WronglyPaused.Count)} paused; on-call was told that "
            + $"{Figures.Count(result.HealthyHeld)} were on hold");
    }

    public static IEnumerable<string> Problems(AccountResult result) =>
    [
        .. result.NotPaused.Select(set => $"Check failed: {set.Name} was not paused."),
        .. result.WronglyPaused.Select(set => $"Check failed: {set.Name} was paused."),
        .. result.Failed > 0 ? [$"Check failed: {Figures.Count(result.Failed, "notification")} failed."] : Array.Empty<string>(),
    ];

    private static string Second(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) ?? "-";
}
