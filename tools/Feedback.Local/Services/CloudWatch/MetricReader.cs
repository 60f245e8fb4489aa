using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Feedback.Local.Services.CloudWatch;

/// <summary>Reads metric data from the tree of any protocol; in the Query protocol numbers and times are strings.</summary>
internal static class MetricReader
{
    public static PutMetricDataCall Read(JsonNode body)
    {
        var space = (string?)body["Namespace"] ?? "";
        return new PutMetricDataCall(space, [.. Items(body["MetricData"]).SelectMany(datum => Read(space, datum))]);
    }

    /// <summary>Reads the dimensions of a metric or an alarm.</summary>
    public static Dictionary<string, string> Dimensions(JsonNode datum) =>
        Items(datum["Dimensions"]).ToDictionary(dimension => (string)dimension["Name"]!, dimension => (string)dimension["Value"]!);

    public static double Number(JsonNode? node) => node switch
    {
        null => 0,
        _ when node.GetValueKind() == JsonValueKind.String => double.Parse((string)node!, CultureInfo.InvariantCulture),
        JsonValue number when number.TryGetValue<long>(out var whole) => whole,
        _ => (double)node,
    };

    private static IEnumerable<MetricPut> Read(string space, JsonNode datum)
    {
        if (datum["StatisticValues"] is { } statistics)
        {
            return [Put(Number(statistics["Sum"]), Number(statistics["SampleCount"]))];
        }

        var values = Items(datum["Values"]).Select(Number).ToList();
        var counts = Items(datum["Counts"]).Select(Number).ToList();
        return values is [] ? [Put(Number(datum["Value"]), 1)] : values.Select((value, at) => Put(value, counts is [] ? 1 : counts[at]));

        MetricPut Put(double value, double count) => new(
            space, (string)datum["MetricName"]!, Dimensions(datum), value, count, (string?)datum["Unit"], Time(datum["Timestamp"]));
    }

    private static IEnumerable<JsonNode> Items(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonNode>();

    private static DateTimeOffset? Time(JsonNode? node) => node switch
    {
        null => null,
        _ when node.GetValueKind() == JsonValueKind.String => DateTimeOffset.Parse((string)node!, CultureInfo.InvariantCulture),
        _ => DateTimeOffset.UnixEpoch.AddSeconds(Number(node)),
    };
}
