using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Feedback.Local.Services.CloudWatch;

namespace Feedback.Cli.Dashboards;

/// <summary>A row of a metric widget: one metric, or a search for all metrics of a name that have one dimension. Any other form is refused.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Name">The name of the metric.</param>
/// <param name="Dimension">The only dimension; null for a metric without one.</param>
/// <param name="Value">The value of the dimension; null for a search.</param>
/// <param name="Label">What the widget calls the line; null for a search, which names each line by the value of its dimension.</param>
internal sealed partial record MetricQuery(string Namespace, string Name, string? Dimension, string? Value, string? Label)
{
    public bool IsSearch => Dimension is not null && Value is null;

    /// <summary>Whether only AWS publishes the metric.</summary>
    public bool IsOfAws => Namespace.StartsWith("AWS/", StringComparison.Ordinal);

    /// <exception cref="FormatException">The row can't be drawn.</exception>
    public static MetricQuery Parse(JsonArray row) => row switch
    {
        [JsonObject search] => Search(search),
        [JsonValue space, JsonValue name, JsonObject options] => new((string)space!, (string)name!, null, null, LabelOf(options, row)),
        [JsonValue space, JsonValue name, JsonValue dimension, JsonValue value, JsonObject options] =>
            new((string)space!, (string)name!, (string)dimension!, (string)value!, LabelOf(options, row)),
        _ => throw Unknown(row),
    };

    public bool Matches(MetricPut put) => put.Namespace == Namespace
        && put.Name == Name
        && put.Dimensions.Count == (Dimension is null ? 0 : 1)
        && (Dimension is null || (put.Dimensions.TryGetValue(Dimension, out var value) && (Value is null || Value == value)));

    private static MetricQuery Search(JsonObject search)
    {
        var match = SearchForm().Match((string?)search["expression"] ?? "");
        return match.Success
            ? new MetricQuery(match.Groups["namespace"].Value, match.Groups["name"].Value, match.Groups["dimension"].Value, Value: null, Label: null)
            : throw Unknown(search);
    }

    private static string LabelOf(JsonObject options, JsonNode row) =>
        options.Count == 1 && (string?)options["label"] is { } label ? label : throw Unknown(row);

    private static FormatException Unknown(JsonNode row) => new($"This metric can't be drawn: {row.ToJsonString()}");

    [GeneratedRegex(
        @"^SEARCH\('\{""(?<namespace>[^""]+)"",(?<dimension>\w+)\} MetricName=""(?<name>\w+)""', 'Maximum', 300\)$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex SearchForm();
}
