using System.Text;

namespace Feedback.Local.Services;

/// <summary>The reply to a client, in its protocol.</summary>
internal sealed record AwsReply(int Status, string ContentType, byte[] Body)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static AwsReply RestJson(string body) => new(200, "application/json", Encoding.UTF8.GetBytes(body));

    public static AwsReply Json(string body) => new(200, "application/x-amz-json-1.0", Encoding.UTF8.GetBytes(body));

    public static AwsReply Xml(string body) => new(200, "text/xml", Encoding.UTF8.GetBytes(body));

    public static AwsReply Cbor(byte[] body) => new(200, "application/cbor", body) { Headers = CborHeaders };

    private static Dictionary<string, string> CborHeaders => new() { ["smithy-protocol"] = "rpc-v2-cbor" };

    public static AwsReply Error(AwsProtocol protocol, AwsError error) => protocol switch
    {
        AwsProtocol.RestJson => RestJson(ErrorBodies.Json(error, typed: false)) with
        {
            Status = error.Status,
            Headers = new Dictionary<string, string> { ["x-amzn-ErrorType"] = error.Code },
        },
        AwsProtocol.Json => Json(ErrorBodies.Json(error, typed: true)) with
        {
            Status = error.Status,
            Headers = QueryError(error),
        },
        AwsProtocol.Cbor => Cbor(ErrorBodies.Cbor(error)) with
        {
            Status = error.Status,
            Headers = new Dictionary<string, string>([.. CborHeaders, .. QueryError(error)]),
        },
        _ => Xml(ErrorBodies.Xml(error)) with { Status = error.Status },
    };

    private static Dictionary<string, string> QueryError(AwsError error) =>
        new() { ["x-amzn-query-error"] = $"{error.QueryCode};{ErrorBodies.Fault(error)}" };
}
