using System.Text.Json;
using System.Text.Json.Nodes;
using Feedback.Cli.Dashboards;

namespace Feedback.Tests.Cli.Dashboards;

/// <summary>Whatever CloudWatch knows and the picture does not is refused, so that no widget is drawn as something else.</summary>
public sealed class DashboardBodyTests
{
    private const string Widget = """
        {"type": "metric", "x": 0, "y": 1, "width": 2, "height": 3, "properties": {
          "title": "Rates", "region": "eu-west-1", "view": "timeSeries", "stat": "Maximum", "period": 300, "yAxis": {"left": {"min": 0}},
          "annotations": {"horizontal": [{"label": "warning", "value": 0.02}]},
          "metrics": [["Feedback", "BounceRate", {"label": "Feedback"}]]}}
        """;

    [Fact]
    public void Parse_AMetricWidget_HasItsParts()
    {
        var widget = Parse(Widget).Widgets.ShouldHaveSingleItem().ShouldBeOfType<DashboardBody.MetricWidget>();

        (widget.X, widget.Y, widget.Width, widget.Height).ShouldBe((0, 1, 2, 3));
        (widget.Properties.Title, widget.Properties.Stat, widget.Properties.Period).ShouldBe(("Rates", "Maximum", 300));
        widget.Properties.Annotations.ShouldNotBeNull().Horizontal.ShouldBe([new DashboardBody.Threshold("warning", 0.02)]);
    }

    [Theory]
    [InlineData("\"metric\"", "\"text\"")]
    [InlineData("\"timeSeries\"", "\"singleValue\"")]
    [InlineData("\"period\": 300", "\"period\": 300, \"stacked\": true")]
    [InlineData("\"min\": 0", "\"min\": 0, \"max\": 1")]
    [InlineData("\"value\": 0.02", "\"value\": 0.02, \"fill\": \"above\"")]
    [InlineData("\"stat\": \"Maximum\", ", "")]
    public void Parse_SomethingThatIsNotDrawn_IsRefused(string part, string other)
    {
        Widget.ShouldContain(part);

        Should.Throw<JsonException>(() => Parse(Widget.Replace(part, other, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""["Feedback", "BounceRate", {"label": "a"}]""", null, null)]
    [InlineData("""["AWS/SQS", "NumberOfMessagesSent", "QueueName", "BounceQueue", {"label": "a"}]""", "QueueName", "BounceQueue")]
    [InlineData("""[{"expression": "SEARCH('{\"Feedback\",ConfigurationSet} MetricName=\"BounceRate\"', 'Maximum', 300)"}]""", "ConfigurationSet", null)]
    public void MetricQuery_OfAKnownForm_HasItsDimension(string row, string? dimension, string? value)
    {
        var query = MetricQuery.Parse(JsonNode.Parse(row)!.AsArray());

        (query.Dimension, query.Value, query.IsSearch).ShouldBe((dimension, value, dimension is not null && value is null));
    }

    [Theory]
    [InlineData("""[{"expression": "m1 / m2"}]""")]
    [InlineData("""[{"expression": "SEARCH('{\"Feedback\",ConfigurationSet} MetricName=\"BounceRate\"', 'Average', 300)"}]""")]
    [InlineData("""["Feedback", "BounceRate"]""")]
    [InlineData("""["Feedback", "BounceRate", {"label": "a", "yAxis": "right"}]""")]
    public void MetricQuery_OfAnotherForm_IsRefused(string row) =>
        Should.Throw<FormatException>(() => MetricQuery.Parse(JsonNode.Parse(row)!.AsArray()));

    [Theory]
    [InlineData("fields @timestamp | filter event in [\"Paused\"] | sort @timestamp desc | limit 20")]
    [InlineData("SOURCE 'a' | fields @timestamp | filter event in [\"Paused\"] | stats count(*) | limit 20")]
    [InlineData("SOURCE 'a' | fields @timestamp | filter level = \"ERROR\" | sort @timestamp desc | limit 20")]
    public void LogQuery_OfAnotherForm_IsRefused(string query) => Should.Throw<FormatException>(() => LogQuery.Parse(query));

    [Fact]
    public void LogQuery_OfTwoEvents_ShowsTheirLatestEntries()
    {
        var query = LogQuery.Parse(
            "SOURCE 'a' | SOURCE 'b' | fields @timestamp, event, Why | filter event in [\"Paused\", \"Held\"] | sort @timestamp desc | limit 2");
        var noon = new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

        var rows = query.Run([Entry("Paused", 0), Entry("Swept", 1), Entry("Held", 2), Entry("Paused", 3)]);

        query.LogGroups.ShouldBe(["a", "b"]);
        rows.ShouldBe([["2026-06-01 12:03:00", "Paused", "because 3"], ["2026-06-01 12:02:00", "Held", "because 2"]]);

        LogEntry Entry(string name, int minute) =>
            new(noon.AddMinutes(minute), name, new Dictionary<string, string?> { ["Why"] = $"because {minute}" });
    }

    [Theory]
    [InlineData("Maximum", 7)]
    [InlineData("Sum", 10)]
    [InlineData("p99", 7)]
    public void Statistic_OfValues_IsComputed(string name, double expected) => Statistic.Of(name)([1, 7, 2]).ShouldBe(expected);

    [Fact]
    public void Statistic_ThatIsUnknown_IsRefused() => Should.Throw<FormatException>(() => Statistic.Of("Average"));

    private static DashboardBody Parse(string widget) => DashboardBody.Parse($$"""{"widgets": [{{widget}}]}""");
}
