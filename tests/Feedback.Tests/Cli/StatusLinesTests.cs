using Feedback.Cli.Status;
using Feedback.Deciding;
using Feedback.Reputation;
using Spectre.Console;

namespace Feedback.Tests.Cli;

public sealed class StatusLinesTests
{
    private static readonly Tally Bad = new(Attempts: 20_000, Deliveries: 18_800, HardBounces: 1_200, SoftBounces: 0, Complaints: 40);
    private static readonly Tally Good = new(Attempts: 500, Deliveries: 500, HardBounces: 0, SoftBounces: 0, Complaints: 0);

    [Fact]
    public void Of_TwoSets_IsALineEachAt80Columns()
    {
        var lines = Lines(Status("marketing-newsletters", Bad, Good), Status("healthy", Good, Good));
        lines.ShouldAllBe(line => line.Length <= 80);
        lines.Single(line => line.Contains("marketing-newsletters", StringComparison.Ordinal)).ShouldContain("6% in 1h");
        lines.Single(line => line.Contains("healthy", StringComparison.Ordinal)).ShouldContain("normal");
    }

    private static List<string> Lines(params EntityStatus[] entities)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 80;
        console.Write(StatusLines.Of(entities));
        return [.. text.ToString().Split('\n').Select(line => line.TrimEnd())];
    }

    private static EntityStatus Status(string set, Tally hour, Tally day)
    {
        var state = EntityState.New(ReputationEntity.ConfigurationSet(set));
        IReadOnlyList<WindowTally> tallies = [new(Window.Parse("1h"), hour), new(Window.Parse("24h"), day)];
        return new EntityStatus(state, Policy.Default, new Assessment(Level.Normal, Level.Normal, default, [.. tallies]));
    }
}
