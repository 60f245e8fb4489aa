using System.Text.Json.Nodes;

namespace Feedback.Local.Services.CloudWatch;

/// <summary>An alarm on one metric.</summary>
internal sealed record Alarm(string Name, string? Namespace, string? MetricName)
{
    public IReadOnlyDictionary<string, string> Dimensions { get; init; } = new Dictionary<string, string>();

    /// <summary>The ARNs that are told when the alarm begins.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    public bool ActionsEnabled { get; init; } = true;

    public string State { get; init; } = "OK";

    public JsonObject Json()
    {
        var json = new JsonObject
        {
            ["AlarmName"] = Name,
            [nameof(ActionsEnabled)] = ActionsEnabled,
            ["AlarmActions"] = new JsonArray([.. Actions.Select(action => JsonValue.Create(action))]),
            [nameof(Dimensions)] = new JsonArray(
                [.. Dimensions.Select(dimension => new JsonObject { [nameof(Name)] = dimension.Key, ["Value"] = dimension.Value })]),
            ["StateValue"] = State,
        };
        if (MetricName is not null)
        {
            json[nameof(Namespace)] = Namespace;
            json[nameof(MetricName)] = MetricName;
        }

        return json;
    }
}
