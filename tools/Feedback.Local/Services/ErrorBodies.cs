using System.Formats.Cbor;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Feedback.Local.Services;

/// <summary>Writes the body of an error in each protocol.</summary>
internal static class ErrorBodies
{
    public static string Fault(AwsError error) => error.Status < 500 ? "Sender" : "Receiver";

    public static string Json(AwsError error, bool typed)
    {
        var body = new JsonObject { ["message"] = error.Message };
        if (typed)
        {
            body["__type"] = error.Code;
        }

        return body.ToJsonString();
    }

    public static string Xml(AwsError error) => new XElement(
        "ErrorResponse",
        new XElement("Error", new XElement("Type", Fault(error)), new XElement("Code", error.QueryCode), new XElement("Message", error.Message)),
        new XElement("RequestId", RequestIds.Next())).ToString();

    public static byte[] Cbor(AwsError error)
    {
        var writer = new CborWriter();
        writer.WriteStartMap(2);
        writer.WriteTextString("__type");
        writer.WriteTextString(error.Code);
        writer.WriteTextString("message");
        writer.WriteTextString(error.Message);
        writer.WriteEndMap();
        return writer.Encode();
    }
}
