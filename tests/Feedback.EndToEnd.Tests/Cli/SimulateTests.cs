using System.Text.Json;

namespace Feedback.EndToEnd.Tests.Cli;

public sealed class SimulateTests
{
    private const int Columns = 80;

    [Fact]
    public async Task Simulate_AngryMailboxes_PausesTheBadSetsAndNoOther()
    {
        var run = (await CommandLineRun.OfAsync("simulate", "--scenario", "angry-mailbox", "--sets", "20", "--seed", "2", "--json")).ShouldSucceed();

        run.Json.GetProperty("asItMustBe").GetBoolean().ShouldBeTrue();
        run.Json.GetProperty("bad").GetInt32().ShouldBe(8);
        run.Json.GetProperty("badPaused").GetInt32().ShouldBe(8);
        run.Json.GetProperty("healthyPaused").GetInt32().ShouldBe(0);
        run.Json.GetProperty("healthyHeld").GetInt32().ShouldBe(12);
    }

    [Fact]
    public async Task Simulate_AngryMailboxesUnderARuleOfRatesAlone_FailsAndNamesTheSetsThatWerePaused()
    {
        var run = await CommandLineRun.OfAsync(
            "simulate", "--scenario", "angry-mailbox", "--sets", "20", "--complaint-representative-volume", "1");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("Check failed: healthy-OneMailboxComplains-001 was paused");
        run.Output.ShouldContain("Who complains or bounces");
        run.Output.Split('\n').ShouldAllBe(line => line.TrimEnd().Length <= Columns);
    }

    [Fact]
    public async Task Simulate_BlindAccount_WritesTheDashboardOfWhatItPublished()
    {
        var folder = Directory.CreateTempSubdirectory("feedback-dashboard-");
        try
        {
            var file = Path.Combine(folder.FullName, "dashboard.json");
            var run = (await CommandLineRun.OfAsync("simulate", "--scenario", "blind", "--dashboard", file, "--json")).ShouldSucceed();

            run.Json.GetProperty("healthyPaused").GetInt32().ShouldBe(0);
            using var dashboard = JsonDocument.Parse(await File.ReadAllTextAsync(file));
            var widgets = dashboard.RootElement.GetProperty("widgets").EnumerateArray()
                .ToDictionary(widget => widget.GetProperty("title").GetString()!);
            var watermark = widgets["Watermark lag: how far counted deliveries are behind (s)"].GetProperty("lines")[0].GetProperty("points");
            watermark.EnumerateArray().Max(point => point.GetProperty("value").GetDouble()).ShouldBe(3 * 3_600, tolerance: 300);
            widgets["Bounce rates of configuration sets"].GetProperty("lines").EnumerateArray()
                .Select(line => line.GetProperty("label").GetString()).ShouldContain("bad-2");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Simulate_DashboardOfAnotherScenario_IsRefused() =>
        (await CommandLineRun.OfAsync("simulate", "--scenario", "month", "--dashboard", "x.json"))
            .ShouldFail(2, "--dashboard needs --scenario busy or blind.", "Run feedback simulate --help for more.");

    [Fact]
    public async Task Simulate_Scale_PausesWhatIsBadAndEvaluatesAllOthers()
    {
        var run = (await CommandLineRun.OfAsync("simulate", "--scenario", "scale", "--sets", "200", "--delay", "1", "--json")).ShouldSucceed();

        run.Json.GetProperty("asItMustBe").GetBoolean().ShouldBeTrue();
        run.Json.GetProperty("due").GetInt32().ShouldBe(193);
        run.Json.GetProperty("evaluated").GetInt32().ShouldBe(193);
        run.Json.GetProperty("healthyPaused").GetInt32().ShouldBe(0);
        var bad = run.Json.GetProperty("bad").EnumerateArray().ToList();
        bad.Select(set => set.GetProperty("kind").GetString()).Distinct().ShouldBe(["Unfinished", "LeftBehind", "GoneBad"]);
        bad.ShouldAllBe(set => set.GetProperty("delay").GetDouble() > 0);
    }
}
