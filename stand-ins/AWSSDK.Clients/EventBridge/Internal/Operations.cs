using System.Text.Json;
using Amazon.EventBridge.Model;
using Amazon.Runtime.Internal;
using Amazon.StandIns.Protocol;

namespace Amazon.EventBridge.Internal;

/// <summary>EventBridge speaks JSON 1.1: the operation in a header, times as whole seconds since 1970.</summary>
internal static class Operations
{
    public static readonly InvokeOptions PutEvents = Operation.Of<PutEventsRequest>(
        "Amazon.EventBridge",
        Write,
        new JsonResponse(
            json => new PutEventsResponse
            {
                Entries = json.Items("Entries", entry => new PutEventsResultEntry
                {
                    ErrorCode = entry.Text("ErrorCode"),
                    ErrorMessage = entry.Text("ErrorMessage"),
                    EventId = entry.Text("EventId"),
                }),
            },
            Errors.From));

    private static void Write(PutEventsRequest request, IRequest http)
    {
        http.HttpMethod = "POST";
        http.ResourcePath = "/";
        http.Headers["X-Amz-Target"] = "AWSEvents.PutEvents";
        JsonBody.Write(http, "application/x-amz-json-1.1", json =>
        {
            json.WriteStartArray("Entries");
            foreach (var entry in request.Entries ?? [])
            {
                Write(json, entry);
            }

            json.WriteEndArray();
        });
    }

    private static void Write(Utf8JsonWriter json, PutEventsRequestEntry entry)
    {
        json.WriteStartObject();
        Add(json, "Detail", entry.Detail);
        Add(json, "DetailType", entry.DetailType);
        Add(json, "EventBusName", entry.EventBusName);
        Add(json, "Source", entry.Source);
        if (entry.Time is { } time)
        {
            json.WriteNumber("Time", Convert.ToInt64((time.ToUniversalTime() - DateTime.UnixEpoch).TotalSeconds));
        }

        json.WriteEndObject();
    }

    private static void Add(Utf8JsonWriter json, string name, string value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
