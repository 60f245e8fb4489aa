using System.Text.Json.Nodes;

namespace Feedback.Local.Services.CloudWatch;

/// <summary>An alarm on one metric.</summary>
internal sealed record Alarm(string Name, string? Namespace, string? MetricName)
{
    public string? Description { get; init; }

    public IReadOnlyDictionary<string, string> Dimensions { get; init; } = new Dictionary<string, string>();

    /// <summary>The ARNs that are told when the alarm begins.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>The ARNs that are told when it is over.</summary>
    public IReadOnlyList<string> OkActions { get; init; } = [];

    public bool ActionsEnabled { get; init; } = true;

    public string? Comparison { get; init; }

    public double? Threshold { get; init; }

    public string? Statistic { get; init; }

    public int? Period { get; init; }

    public int? EvaluationPeriods { get; init; }

    public string? MissingData { get; init; }

    public string State { get; init; } = "OK";

    public JsonObject Json()
    {
        var json = new JsonObject
        {
            ["AlarmName"] = Name,
            [nameof(ActionsEnabled)] = ActionsEnabled,
            ["AlarmActions"] = List(Actions),
            ["OKActions"] = List(OkActions),
            [nameof(Dimensions)] = new JsonArray(
                [.. Dimensions.Select(dimension => new JsonObject { [nameof(Name)] = dimension.Key, ["Value"] = dimension.Value })]),
            ["StateValue"] = State,
        };
        (string Name, JsonNode? Value)[] optional =
        [
            ("AlarmDescription", Description),
            (nameof(Namespace), Namespace),
            (nameof(MetricName), MetricName),
            ("ComparisonOperator", Comparison),
            (nameof(Threshold), Threshold),
            (nameof(Statistic), Statistic),
            (nameof(Period), Period),
            (nameof(EvaluationPeriods), EvaluationPeriods),
            ("TreatMissingData", MissingData),
        ];
        foreach (var (name, value) in optional.Where(member => member.Value is not null))
        {
            json[name] = value;
        }

        return json;
    }

    private static JsonArray List(IEnumerable<string> items) => new([.. items.Select(item => JsonValue.Create(item))]);
}
