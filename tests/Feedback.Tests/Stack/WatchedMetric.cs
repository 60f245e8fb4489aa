using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Feedback.Local.Templates;
using YamlDotNet.RepresentationModel;

namespace Feedback.Tests.Stack;

/// <summary>A metric that the dashboard shows or an alarm watches. A search names a dimension and no value.</summary>
internal sealed partial record WatchedMetric(string Namespace, string Name, string? Dimension, string? Value)
{
    private static readonly Template Template = Template.Load();

    private static readonly Expressions Expressions = new(Template, new StackSettings());

    internal static IReadOnlyList<WatchedMetric> OfTheDashboard() =>
        [.. Widgets("metric").SelectMany(widget => widget["metrics"]!.AsArray()).Select(row => OfARow(row!.AsArray()))];

    /// <summary>The logical ids of the alarms on the dashboard.</summary>
    internal static IReadOnlyList<string> DashboardAlarms() =>
        [.. Widgets("alarm").SelectMany(widget => widget["alarms"]!.AsArray()).Select(arn => ((string)arn!).Split(':')[^1])];

    internal static WatchedMetric OfAnAlarm(YamlNode alarm)
    {
        var properties = alarm.Child("Properties");
        var dimension = properties.Child("Dimensions").Items().SingleOrDefault();
        return new(
            Expressions.Text(properties.Child("Namespace"))!,
            Expressions.Text(properties.Child("MetricName"))!,
            Expressions.Text(dimension.Child("Name")),
            Expressions.Text(dimension.Child("Value")));
    }

    private static IEnumerable<JsonNode> Widgets(string type) =>
        JsonNode.Parse(Expressions.Text(Template.Resource("Dashboard").Properties.Child("DashboardBody"))!)!["widgets"]!.AsArray()
            .Where(widget => (string)widget!["type"]! == type)
            .Select(widget => widget!["properties"]!);

    private static WatchedMetric OfARow(JsonArray row)
    {
        if (row[0] is JsonObject expression)
        {
            var search = Search().Match((string)expression["expression"]!);
            search.Success.ShouldBeTrue(row.ToJsonString());
            return new(search.Groups["namespace"].Value, search.Groups["name"].Value, search.Groups["dimension"].Value, null);
        }

        var words = row.OfType<JsonValue>().Select(word => (string)word!).ToList();
        return new(words[0], words[1], words.ElementAtOrDefault(2), words.ElementAtOrDefault(3));
    }

    [GeneratedRegex(
        @"^SEARCH\('\{""(?<namespace>[^""]+)"",(?<dimension>\w+)\} MetricName=""(?<name>\w+)""', 'Maximum', [0-9]+\)$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Search();
}
