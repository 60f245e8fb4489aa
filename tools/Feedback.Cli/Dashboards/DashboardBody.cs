using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Feedback.Local.Templates;

namespace Feedback.Cli.Dashboards;

/// <summary>The body of a CloudWatch dashboard: the part of its format that is drawn. Anything else in it is an error.</summary>
/// <param name="Widgets">The widgets on the grid of 24 columns.</param>
internal sealed record DashboardBody(IReadOnlyList<DashboardBody.Widget> Widgets)
{
    /// <summary>Reads the dashboard of the template, as a deployment with the default parameters has it.</summary>
    /// <exception cref="JsonException">It has something that can't be drawn.</exception>
    public static DashboardBody Of(Template template)
    {
        var body = template.Properties("AWS::CloudWatch::Dashboard", new StackSettings(), nameof(DashboardBody)).Values.Single();
        return Parse((string)body[nameof(DashboardBody)]!);
    }

    /// <exception cref="JsonException">It has something that can't be drawn.</exception>
    public static DashboardBody Parse(string json) => JsonSerializer.Deserialize(json, DashboardJson.Default.DashboardBody)!;

    [JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
    [JsonDerivedType(typeof(AlarmWidget), "alarm")]
    [JsonDerivedType(typeof(LogWidget), "log")]
    [JsonDerivedType(typeof(MetricWidget), "metric")]
    internal abstract record Widget(int X, int Y, int Width, int Height);

    internal sealed record AlarmWidget(int X, int Y, int Width, int Height, AlarmProperties Properties) : Widget(X, Y, Width, Height);

    internal sealed record LogWidget(int X, int Y, int Width, int Height, LogProperties Properties) : Widget(X, Y, Width, Height);

    internal sealed record MetricWidget(int X, int Y, int Width, int Height, MetricProperties Properties) : Widget(X, Y, Width, Height);

    internal sealed record AlarmProperties(string Title, IReadOnlyList<string> Alarms);

    internal sealed record LogProperties(string Title, string Region, LogView View, string Query);

    internal sealed record MetricProperties(
        string Title, string Region, MetricView View, string Stat, int Period, Axes YAxis, IReadOnlyList<JsonArray> Metrics, Annotations? Annotations = null);

    internal sealed record Axes(Axis Left);

    internal sealed record Axis(double Min);

    internal sealed record Annotations(IReadOnlyList<Threshold> Horizontal);

    internal sealed record Threshold(string Label, double Value);

    internal enum LogView
    {
        [JsonStringEnumMemberName("table")]
        Table,
    }

    internal enum MetricView
    {
        [JsonStringEnumMemberName("timeSeries")]
        TimeSeries,
    }
}
