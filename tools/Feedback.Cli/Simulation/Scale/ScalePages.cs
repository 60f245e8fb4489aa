using Feedback.Cli.Output;
using Spectre.Console;

namespace Feedback.Cli.Simulation.Scale;

/// <summary>Prints the scenario.</summary>
internal sealed class ScalePages(Terminal terminal)
{
    public void Show(ScaleResult result)
    {
        var (sets, delay) = (Figures.Count(result.Options.Sets, "set"), result.Options.Delay.TotalMilliseconds);
        terminal.Title($"{sets}, {delay} ms more for each database request, seed {result.Options.Seed}");
        terminal.Line($"  Filled in {Figures.Seconds(result.Filled)}, all in {Figures.Seconds(result.Took)}");
        var table = Tables.New("To the call to SES", "Sets", "Paused", "First", "Median", "Last");
        Add("unfinished pause", BadKind.Unfinished);
        Add("bounces left behind", BadKind.LeftBehind);
        Add("bounces arrive", BadKind.GoneBad);
        terminal.Write(table);

        terminal.Line(
            $"  Busy healthy sets, all due at the start: {Figures.Count(result.Options.Watched)}, of which {Figures.Count(result.HealthyPaused.Count)} paused");
        terminal.Line(
            $"  Evaluated: {Figures.Count(result.Evaluated)} in {Figures.Seconds(result.Evaluating)}, "
            + $"at that pace {Figures.Count(result.InAQuarter)} in a quarter of an hour");
        terminal.Line($"  Longest SweepLag {Figures.Seconds(result.SweepLag)}, longest EvaluationLag {Figures.Seconds(result.EvaluationLag)}");

        void Add(string what, BadKind kind)
        {
            var delays = result.Delays(kind);
            table.AddRow(
                what,
                Figures.Count(result.Bad.Count(bad => bad.Set.Kind == kind)),
                Figures.Count(delays.Count),
                delays.Count == 0 ? "-" : Figures.Seconds(delays[0]),
                delays.Count == 0 ? "-" : Figures.Seconds((delays[(delays.Count - 1) / 2] + delays[delays.Count / 2]) / 2),
                delays.Count == 0 ? "-" : Figures.Seconds(delays[^1]));
        }
    }

    public static IEnumerable<string> Problems(ScaleResult result) =>
    [
        .. result.NotPaused.Select(set => $"Check failed: {set.Name} was not paused."),
        .. result.HealthyPaused.Select(set => $"Check failed: {set} was paused."),
        .. result.NotEvaluated > 0
            ? [$"Check failed: {Figures.Count(result.NotEvaluated, "set was", "sets were")} not evaluated in time."]
            : Array.Empty<string>(),
        .. result.Failed > 0 ? [$"Check failed: {Figures.Count(result.Failed, "notification")} failed."] : Array.Empty<string>(),
    ];
}
