using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.StandIns.Protocol;

internal sealed class JsonResponse(Func<JsonElement, AmazonWebServiceResponse> read, ErrorFactory error) : JsonResponseUnmarshaller
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext context)
    {
        using var body = new MemoryStream();
        context.Stream.CopyTo(body);
        using var document = JsonDocument.Parse(body.Length == 0 ? "{}"u8.ToArray() : body.ToArray());
        return read(document.RootElement);
    }

    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(context.Stream);
        var response = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(context, ref reader);
        response.InnerException = innerException;
        response.StatusCode = statusCode;
        return Named(error(response), context);
    }

    /// <summary>A service that once spoke the Query protocol also sends the error's code of that time, and that is the one callers see.</summary>
    private static AmazonServiceException Named(AmazonServiceException exception, JsonUnmarshallerContext context)
    {
        if (context.ResponseData.GetHeaderValue("x-amzn-query-error") is { Length: > 0 } header)
        {
            exception.ErrorCode = header.Split(';')[0];
        }

        return exception;
    }
}
