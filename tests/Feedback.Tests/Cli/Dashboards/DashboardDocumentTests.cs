using System.Text.Json.Nodes;
using Feedback.Cli.Dashboards;
using Feedback.Cli.Output;
using Feedback.Cli.Simulation.Account;
using Feedback.Local.Templates;
using Feedback.Reputation;

namespace Feedback.Tests.Cli.Dashboards;

/// <summary>The dashboard of template.yaml as it is drawn.</summary>
public sealed class DashboardDocumentTests
{
    private static readonly Template Template = Template.Load();
    private static readonly DateTimeOffset Start = AccountScenario.Start;

    [Fact]
    public async Task Of_NothingRecorded_EachWidgetOfTheTemplateIsDrawnAndSaysWhyItIsEmpty()
    {
        await using var recording = await DashboardRecording.StartAsync();
        var properties = Template.Properties("AWS::CloudWatch::Dashboard", new StackSettings(), "DashboardBody").Values.ShouldHaveSingleItem();
        var widgets = JsonNode.Parse((string)properties["DashboardBody"]!)!["widgets"]!.AsArray();

        var drawn = Of(recording, Start.AddHours(1)).Widgets;

        drawn.Select(widget => (widget.Title, widget.X, widget.Y, widget.Width, widget.Height)).ShouldBe(widgets.Select(widget => (
            (string)widget!["properties"]!["title"]!, (int)widget["x"]!, (int)widget["y"]!, (int)widget["width"]!, (int)widget["height"]!)));
        drawn.ShouldAllBe(widget => widget.Lines != null || widget.Rows != null || widget.Alarms != null);
        var lines = drawn.SelectMany(widget => widget.Lines ?? []).ToList();
        lines.ShouldAllBe(line => line.Points.Count == 0 && line.Missing != null);
        lines.Count(line => line.Missing == "no data").ShouldBe(6);
        drawn.SelectMany(widget => widget.Thresholds ?? []).Select(threshold => threshold.Value).Order().ShouldBe(
            [0.0004, 0.0004, 0.0008, 0.0008, 0.02, 0.02, 0.04, 0.04]);
    }

    /// <summary>Two widgets in one place would hide each other.</summary>
    [Fact]
    public void Widgets_OfTheTemplate_LieOnTheGridAndDoNotOverlap()
    {
        var cells = DashboardBody.Of(Template).Widgets
            .SelectMany(widget => Enumerable.Range(widget.X, widget.Width).SelectMany(x => Enumerable.Range(widget.Y, widget.Height).Select(y => (x, y))))
            .ToList();

        cells.Distinct().Count().ShouldBe(cells.Count);
        cells.Max(cell => cell.x).ShouldBe(23);
    }

    [Fact]
    public async Task Of_ARun_ShowsWhatItPublishedAndLogged()
    {
        await using var recording = await DashboardRecording.StartAsync();
        var scenario = AccountScenario.Busy with
        {
            Length = TimeSpan.FromMinutes(11),
            Healthy = 10,
            PerMinute = 60,
            BadFrom = [TimeSpan.FromMinutes(2)],
            BadPerMinute = 120,
        };
        await using var run = new AccountRun(scenario, Policy.Default, seed: 1, recording);
        var result = await run.RunAsync(SilentProgress.Instance, CancellationToken.None);

        var drawn = Of(recording, result.End.AddMinutes(5)).Widgets.ToDictionary(widget => widget.Title);

        Line(drawn, "Bounce rate of the account (0.04 is 4 %)", "Feedback").Points.Count.ShouldBe(3);
        Line(drawn, "Bounce rate of the account (0.04 is 4 %)", "SES").Missing.ShouldBe("recorded by AWS only");
        drawn["Events received"].Lines!.SelectMany(line => line.Points).Sum(point => point.Value).ShouldBe(result.Notifications);
        Line(drawn, "Watermark lag: how far counted deliveries are behind (s)", "deliveries").Points.ShouldAllBe(point => point.Value > 0 && point.Value < 30);
        Line(drawn, "Invocations of the functions", "Reputation").Points.Sum(point => point.Value).ShouldBe(11);
        var states = drawn["States: the latest changes"];
        states.Rows!.ShouldContain(row => row[1] == "Transition" && row[2] == "set/bad-1" && row[5] == "Pausing");
        states.Rows!.ShouldContain(row => row[1] == "Paused" && row[6] == "bad-1");
    }

    private static DashboardDocument.Line Line(Dictionary<string, DashboardDocument.Widget> drawn, string title, string label) =>
        drawn[title].Lines!.Single(line => line.Label == label);

    private static DashboardDocument Of(DashboardRecording recording, DateTimeOffset to) =>
        DashboardDocument.Of(DashboardBody.Of(Template), new AlarmStates(Template), recording, Start, to);
}
