using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SQS.Model;
using Amazon.StandIns.Protocol;

namespace Amazon.SQS.Internal;

/// <summary>SQS speaks JSON: the operation in a header, the queue's URL in the body.</summary>
internal static class Operations
{
    private const string Service = "Amazon.SQS";

    public static readonly InvokeOptions GetQueueAttributes = Operation.Of<GetQueueAttributesRequest>(
        Service,
        (request, http) => Write(http, "GetQueueAttributes", json =>
        {
            Add(json, "QueueUrl", request.QueueUrl);
            Add(json, "AttributeNames", request.AttributeNames);
        }),
        Response(json => new GetQueueAttributesResponse { Attributes = json.Map("Attributes") }));

    public static readonly InvokeOptions ListQueues = Operation.Of<ListQueuesRequest>(
        Service,
        (request, http) => Write(http, "ListQueues", json => Add(json, "QueueNamePrefix", request.QueueNamePrefix)),
        Response(json => new ListQueuesResponse { QueueUrls = json.Texts("QueueUrls") }));

    private static JsonResponse Response(Func<JsonElement, AmazonWebServiceResponse> read) => new(read, Errors.From);

    private static void Write(IRequest http, string action, Action<Utf8JsonWriter> properties)
    {
        http.HttpMethod = "POST";
        http.ResourcePath = "/";
        http.Headers["X-Amz-Target"] = $"AmazonSQS.{action}";
        http.Headers["x-amzn-query-mode"] = "true";
        JsonBody.Write(http, "application/x-amz-json-1.0", properties);
    }

    private static void Add(Utf8JsonWriter json, string name, string value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Add(Utf8JsonWriter json, string name, List<string> values)
    {
        if (values is null)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
