using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Feedback.Local.Services.S3;

/// <summary>Reads objects, whole or in part, by paths such as <c>/BUCKET/KEY</c>.</summary>
internal sealed class S3Service(S3State state) : ILocalService
{
    public AwsCall? Read(AwsRequest request) => request is { SignedFor: "s3", Method: "GET", Path: [var bucket, .. { Length: > 0 } key] }
        ? new ObjectCall(bucket, string.Join('/', key), request.Range?.From ?? 0, request.Range?.To)
        : null;

    public ServiceAnswer Answer(AwsCall call, bool lie)
    {
        var asked = (ObjectCall)call;
        if (state.Find(asked.Bucket, asked.Key) is not { } content)
        {
            return Error(404, "NoSuchKey", "The specified key does not exist.");
        }

        if (asked is { From: 0, To: null })
        {
            return new AwsReply(200, "application/octet-stream", content);
        }

        if (asked.From >= content.Length)
        {
            return Error(416, "InvalidRange", "The requested range is not satisfiable");
        }

        var to = Math.Min(asked.To ?? content.Length, content.Length - 1);
        return new AwsReply(206, "application/octet-stream", content[(int)asked.From..((int)to + 1)])
        {
            Headers = new Dictionary<string, string>
            {
                ["Content-Range"] = string.Create(CultureInfo.InvariantCulture, $"bytes {asked.From}-{to}/{content.Length}"),
            },
        };
    }

    /// <summary>S3 writes its errors in XML, where other REST services write JSON.</summary>
    private static AwsReply Error(int status, string code, string message) => new(
        status,
        "application/xml",
        Encoding.UTF8.GetBytes(new XElement("Error", new XElement("Code", code), new XElement("Message", message)).ToString()));
}
