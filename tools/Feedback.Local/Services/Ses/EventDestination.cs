using System.Text.Json.Nodes;
using Feedback.Local.Templates;

namespace Feedback.Local.Services.Ses;

/// <summary>A destination to which SES publishes events of a configuration set.</summary>
/// <param name="Name">The name of the destination.</param>
/// <param name="Events">The types of events, as SES names them.</param>
/// <param name="Arn">The ARN of an SNS topic or of an EventBridge bus.</param>
internal sealed record EventDestination(string Name, IReadOnlyList<string> Events, string Arn)
{
    private static readonly string[] Types = ["Bounce", "Complaint", "Delivery"];

    public bool Enabled { get; init; } = true;

    /// <summary>Returns what README.md sets up: each type of event goes to the template's topic for it.</summary>
    public static IReadOnlyList<EventDestination> ToTopicsOf(StackSettings settings) =>
    [
        .. Types.Select(type => new EventDestination(
            $"feedback-{type.ToLowerInvariant()}",
            [type.ToUpperInvariant()],
            $"arn:{settings.Partition}:sns:{settings.Region}:{settings.AccountId}:{type}Topic")),
    ];

    /// <summary>Reads the definition in a request, as far as it is one of SNS or EventBridge.</summary>
    public static EventDestination Read(string name, JsonNode? definition) => new(
        name,
        [.. definition?["MatchingEventTypes"]?.AsArray().Select(type => (string)type!) ?? []],
        (string?)definition?["SnsDestination"]?["TopicArn"] ?? (string?)definition?["EventBridgeDestination"]?["EventBusArn"] ?? string.Empty)
    {
        Enabled = (bool?)definition?[nameof(Enabled)] ?? false,
    };

    public JsonObject Json()
    {
        var (kind, arn) = Arn.Contains(":events:", StringComparison.Ordinal) ? ("EventBridgeDestination", "EventBusArn") : ("SnsDestination", "TopicArn");
        return new JsonObject
        {
            [nameof(Name)] = Name,
            [nameof(Enabled)] = Enabled,
            ["MatchingEventTypes"] = new JsonArray([.. Events.Select(type => JsonValue.Create(type))]),
            [kind] = new JsonObject { [arn] = Arn },
        };
    }
}
