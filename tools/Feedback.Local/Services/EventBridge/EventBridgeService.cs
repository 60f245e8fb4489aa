using System.Text.Json;
using System.Text.Json.Nodes;

namespace Feedback.Local.Services.EventBridge;

/// <summary>Takes events, each by itself: a call can succeed with some of its entries refused.</summary>
internal sealed class EventBridgeService(EventBridgeState state) : ILocalService
{
    private const int EntriesInACall = 10;

    public AwsCall? Read(AwsRequest request) => request is { Protocol: AwsProtocol.Json, Action: "PutEvents", Body: { } body }
        ? new PutEventsCall([.. (body["Entries"] as JsonArray ?? []).OfType<JsonNode>()])
        : null;

    public ServiceAnswer Answer(AwsCall call, bool lie)
    {
        var entries = ((PutEventsCall)call).Entries;
        if (entries.Count is 0 or > EntriesInACall)
        {
            return new AwsError(
                400,
                "ValidationException",
                $"1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length 1 to {EntriesInACall}");
        }

        var results = entries.Select(entry => Put(entry, lie)).ToList();
        return AwsReply.Json(new JsonObject
        {
            ["FailedEntryCount"] = results.Count(result => result.ContainsKey("ErrorCode")),
            ["Entries"] = new JsonArray([.. results]),
        }.ToJsonString());
    }

    private JsonObject Put(JsonNode entry, bool lie)
    {
        if (Detail(entry) is not { } detail)
        {
            return Refusal("MalformedDetail", "Detail is malformed.");
        }

        if ((string?)entry["Source"] is not { Length: > 0 } source || (string?)entry["DetailType"] is not { Length: > 0 } type)
        {
            return Refusal("InvalidArgument", "Parameter Source or DetailType is not valid. Reason: It is a required argument.");
        }

        var time = (long?)entry["Time"] is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : (DateTimeOffset?)null;
        return lie || state.Take(new BusEvent((string?)entry["EventBusName"] ?? "default", source, type, detail, time))
            ? new JsonObject { ["EventId"] = RequestIds.Next() }
            : Refusal("ThrottlingException", "Rate exceeded");
    }

    private static JsonObject? Detail(JsonNode entry)
    {
        try
        {
            return JsonNode.Parse((string?)entry["Detail"] ?? "") as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonObject Refusal(string code, string message) => new() { ["ErrorCode"] = code, ["ErrorMessage"] = message };
}
