using System.Text.Json.Nodes;

namespace Feedback.Cli.Policies;

/// <summary>A part of a policy.</summary>
/// <param name="Name">The name of its option, without the dashes.</param>
/// <param name="Value">The value in effect: a number for thresholds and volumes, otherwise text.</param>
/// <param name="Own">Whether the value comes from the entity's own policy.</param>
internal sealed record PolicyPart(string Name, JsonNode Value, bool Own);
