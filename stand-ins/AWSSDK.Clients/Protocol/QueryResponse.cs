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

    /// <summary>Returns the items of a list: null if there are none, as in the official clients.</summary>
    public static List<T> List<T>(XElement element, string name, Func<XElement, T> read) =>
        Child(element, name)?.Elements().Select(read).ToList() is { Count: > 0 } items ? items : null;

    /// <summary>Returns a map of attributes: null if there are none.</summary>
    public static Dictionary<string, string> Map(XElement element, string name) =>
        Child(element, name)?.Elements().ToDictionary(entry => Text(entry, "key"), entry => Text(entry, "value")) is { Count: > 0 } map ? map : null;

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

    private static XElement Child(XElement element, string name) => element.Descendants().FirstOrDefault(child => child.Name.LocalName == name);

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
