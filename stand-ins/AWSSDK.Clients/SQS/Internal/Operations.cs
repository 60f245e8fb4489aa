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

    public static readonly InvokeOptions ChangeMessageVisibilityBatch = Operation.Of<ChangeMessageVisibilityBatchRequest>(
        Service,
        (request, http) => Write(http, "ChangeMessageVisibilityBatch", json =>
        {
            Add(json, "QueueUrl", request.QueueUrl);
            Write(json, request.Entries ?? []);
        }),
        Response(json => new ChangeMessageVisibilityBatchResponse
        {
            Failed = json.Items("Failed", entry => new BatchResultErrorEntry { Code = entry.Text("Code"), Id = entry.Text("Id") }),
        }));

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

    public static readonly InvokeOptions ReceiveMessage = Operation.Of<ReceiveMessageRequest>(
        Service,
        (request, http) => Write(http, "ReceiveMessage", json =>
        {
            Add(json, "QueueUrl", request.QueueUrl);
            Add(json, "MaxNumberOfMessages", request.MaxNumberOfMessages);
            Add(json, "VisibilityTimeout", request.VisibilityTimeout);
            Add(json, "WaitTimeSeconds", request.WaitTimeSeconds);
            Add(json, "MessageSystemAttributeNames", request.MessageSystemAttributeNames);
        }),
        Response(json => new ReceiveMessageResponse { Messages = json.Items("Messages", Message) }));

    public static readonly InvokeOptions StartMessageMoveTask = Operation.Of<StartMessageMoveTaskRequest>(
        Service,
        (request, http) => Write(http, "StartMessageMoveTask", json => Add(json, "SourceArn", request.SourceArn)),
        Response(json => new StartMessageMoveTaskResponse { TaskHandle = json.Text("TaskHandle") }));

    private static Message Message(JsonElement json) => new()
    {
        Attributes = json.Map("Attributes"),
        Body = json.Text("Body"),
        MessageId = json.Text("MessageId"),
        ReceiptHandle = json.Text("ReceiptHandle"),
    };

    private static void Write(Utf8JsonWriter json, List<ChangeMessageVisibilityBatchRequestEntry> entries)
    {
        json.WriteStartArray("Entries");
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            Add(json, "Id", entry.Id);
            Add(json, "ReceiptHandle", entry.ReceiptHandle);
            Add(json, "VisibilityTimeout", entry.VisibilityTimeout);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

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

    private static void Add(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
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
