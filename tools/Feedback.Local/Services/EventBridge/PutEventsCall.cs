using System.Text.Json.Nodes;

namespace Feedback.Local.Services.EventBridge;

internal sealed record PutEventsCall(IReadOnlyList<JsonNode> Entries) : AwsCall(AwsOperation.PutEvents);
