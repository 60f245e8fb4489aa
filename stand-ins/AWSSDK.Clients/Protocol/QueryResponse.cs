using System.Net;
using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.StandIns.Protocol;

/// <summary>The XML that services of the Query protocol answer with.</summary>
internal sealed class QueryResponse(Func<XElement, AmazonWebServiceResponse> read, ErrorFactory error) : XmlResponseUnmarshaller
{
    public static string Text(XElement element, string name) =>
        element.Descendants().FirstOrDefault(descendant => descendant.Name.LocalName == name)?.Value;

    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext context)
    {
        var root = XElement.Load(context.Stream);
        var response = read(root);
        response.ResponseMetadata = new ResponseMetadata { RequestId = Text(root, "RequestId") };
        return response;
    }

    public override AmazonServiceException UnmarshallException(XmlUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        var response = Read(context.Stream);
        response.InnerException = innerException;
        response.StatusCode = statusCode;
        return error(response);
    }

    private static ErrorResponse Read(Stream body)
    {
        try
        {
            var root = XElement.Load(body);
            return new ErrorResponse
            {
                Type = Text(root, "Type") == nameof(ErrorType.Sender) ? ErrorType.Sender : ErrorType.Receiver,
                Code = Text(root, "Code"),
                Message = Text(root, "Message"),
                RequestId = Text(root, "RequestId"),
            };
        }
        catch (XmlException)
        {
            // A proxy or load balancer answered in place of the service: only the status is known.
            return new ErrorResponse { Type = ErrorType.Unknown };
        }
    }
}
