using Amazon.Runtime.Internal;
using Amazon.SQS.Model;
using Amazon.StandIns.Protocol;

namespace Amazon.SQS.Internal;

/// <summary>SQS speaks JSON: the operation in a header, the queue's URL in the body.</summary>
internal static class Operations
{
    public static readonly InvokeOptions GetQueueAttributes = Operation.Of<GetQueueAttributesRequest>(
        "Amazon.SQS",
        Write,
        new JsonResponse(json => new GetQueueAttributesResponse { Attributes = json.Map("Attributes") }, Errors.From));

    private static void Write(GetQueueAttributesRequest request, IRequest http)
    {
        http.HttpMethod = "POST";
        http.ResourcePath = "/";
        http.Headers["X-Amz-Target"] = "AmazonSQS.GetQueueAttributes";
        http.Headers["x-amzn-query-mode"] = "true";
        JsonBody.Write(http, "application/x-amz-json-1.0", json =>
        {
            if (request.QueueUrl is not null)
            {
                json.WriteString("QueueUrl", request.QueueUrl);
            }

            if (request.AttributeNames is null)
            {
                return;
            }

            json.WriteStartArray("AttributeNames");
            foreach (var name in request.AttributeNames)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
        });
    }
}
