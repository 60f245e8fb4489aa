using Feedback.Local.Services.CloudWatch;
using Feedback.Local.Templates;

namespace Feedback.Cli.Dashboards;

/// <summary>A dashboard with what was recorded of a run, ready to be drawn.</summary>
/// <param name="From">When the run began.</param>
/// <param name="To">When it ended.</param>
/// <param name="Widgets">The widgets in the order of the template.</param>
internal sealed record DashboardDocument(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<DashboardDocument.Widget> Widgets)
{
    private const string OfAwsOnly = "recorded by AWS only";
    private const string NoData = "no data";

    /// <exception cref="FormatException">A widget can't be drawn.</exception>
    public static DashboardDocument Of(DashboardBody body, AlarmStates alarms, DashboardRecording recording, DateTimeOffset from, DateTimeOffset to)
    {
        var metrics = recording.Metrics.Where(put => put.Timestamp >= from && put.Timestamp < to).ToList();
        var log = recording.Log.All();
        return new DashboardDocument(from, to, [.. body.Widgets.Select(Drawn)]);

        Widget Drawn(DashboardBody.Widget widget) => widget switch
        {
            DashboardBody.MetricWidget metric => OfMetrics(metric, metrics),
            DashboardBody.LogWidget table => OfLog(table, log),
            DashboardBody.AlarmWidget tiles => OfAlarms(tiles, alarms, metrics, to),
            _ => throw new FormatException($"A widget {widget.GetType().Name} can't be drawn."),
        };
    }

    private static Widget OfMetrics(DashboardBody.MetricWidget widget, IReadOnlyList<MetricPut> metrics)
    {
        var properties = widget.Properties;
        return Placed(widget, properties.Title) with
        {
            Lines = [.. properties.Metrics.Select(MetricQuery.Parse).SelectMany(query => Lines(query, properties, metrics))],
            Thresholds = properties.Annotations?.Horizontal ?? [],
            Minimum = properties.YAxis.Left.Min,
        };
    }

    private static IEnumerable<Line> Lines(MetricQuery query, DashboardBody.MetricProperties properties, IReadOnlyList<MetricPut> metrics)
    {
        var found = metrics.Where(query.Matches).ToList();
        if (query.IsSearch)
        {
            return found.GroupBy(put => put.Dimensions[query.Dimension!])
                .OrderBy(line => line.Key, StringComparer.Ordinal)
                .Select(line => new Line(line.Key, Statistic.Points(line, properties.Stat, properties.Period), Missing: null));
        }

        var missing = found.Count > 0 ? null : query.IsOfAws ? OfAwsOnly : NoData;
        return [new Line(query.Label!, Statistic.Points(found, properties.Stat, properties.Period), missing)];
    }

    private static Widget OfLog(DashboardBody.LogWidget widget, IReadOnlyList<LogEntry> log)
    {
        var query = LogQuery.Parse(widget.Properties.Query);
        return Placed(widget, widget.Properties.Title) with { Columns = query.Fields, Rows = query.Run(log) };
    }

    private static Widget OfAlarms(DashboardBody.AlarmWidget widget, AlarmStates alarms, IReadOnlyList<MetricPut> metrics, DateTimeOffset to) =>
        Placed(widget, widget.Properties.Title) with
        {
            Alarms = [.. widget.Properties.Alarms.Select(arn => arn.Split(':')[^1]).Select(name => new Tile(name, alarms.Of(name, metrics, to) ?? OfAwsOnly))],
        };

    private static Widget Placed(DashboardBody.Widget widget, string title) => new(title, widget.X, widget.Y, widget.Width, widget.Height);

    /// <summary>One widget. It has lines, or rows, or alarms.</summary>
    internal sealed record Widget(string Title, int X, int Y, int Width, int Height)
    {
        public IReadOnlyList<Line>? Lines { get; init; }

        public IReadOnlyList<DashboardBody.Threshold>? Thresholds { get; init; }

        public double? Minimum { get; init; }

        public IReadOnlyList<string>? Columns { get; init; }

        public IReadOnlyList<IReadOnlyList<string>>? Rows { get; init; }

        public IReadOnlyList<Tile>? Alarms { get; init; }
    }

    /// <summary>A line; if it has no points, why.</summary>
    internal sealed record Line(string Label, IReadOnlyList<Point> Points, string? Missing);

    /// <summary>An alarm with its state.</summary>
    internal sealed record Tile(string Name, string State);
}
