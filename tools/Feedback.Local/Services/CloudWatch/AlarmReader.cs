using System.Text.Json.Nodes;

namespace Feedback.Local.Services.CloudWatch;

/// <summary>Reads an alarm from the tree of any protocol.</summary>
internal static class AlarmReader
{
    public static Alarm Read(JsonNode body) => new((string?)body["AlarmName"] ?? "", (string?)body["Namespace"], (string?)body["MetricName"])
    {
        Description = (string?)body["AlarmDescription"],
        Dimensions = MetricReader.Dimensions(body),
        Actions = List(body["AlarmActions"]),
        OkActions = List(body["OKActions"]),
        ActionsEnabled = body["ActionsEnabled"]?.ToString() is not ("false" or "False"),
        Comparison = (string?)body["ComparisonOperator"],
        Threshold = body["Threshold"] is { } threshold ? MetricReader.Number(threshold) : null,
        Statistic = (string?)body["Statistic"],
        Period = Whole(body["Period"]),
        EvaluationPeriods = Whole(body["EvaluationPeriods"]),
        MissingData = (string?)body["TreatMissingData"],
    };

    private static IReadOnlyList<string> List(JsonNode? list) => [.. (list as JsonArray ?? []).Select(item => (string)item!)];

    private static int? Whole(JsonNode? node) => node is null ? null : (int)MetricReader.Number(node);
}
