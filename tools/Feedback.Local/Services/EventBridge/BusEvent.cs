using System.Text.Json.Nodes;

namespace Feedback.Local.Services.EventBridge;

/// <summary>An event that was put on a bus.</summary>
internal sealed record BusEvent(string Bus, string Source, string DetailType, JsonObject Detail, DateTimeOffset? Time);
