using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Feedback.Local.Services;

/// <summary>A request whose body is a JSON tree, whichever protocol it came in.</summary>
/// <param name="Path">The path's segments, unescaped one by one: an identity may contain an escaped slash.</param>
/// <param name="Action">The operation's name in Query, JSON and CBOR; null if path and method identify it.</param>
internal sealed record AwsRequest(
    AwsProtocol Protocol, string Method, string[] Path, IQueryCollection Query, string? Action, JsonNode? Body)
{
    /// <summary>The part of an object that S3 is asked for; null for all of it.</summary>
    public RangeItemHeaderValue? Range { get; init; }

    /// <summary>The service that the request was signed for, as in <c>Credential=KEY/20261121/eu-west-1/s3/aws4_request</c>.</summary>
    public string? SignedFor { get; init; }

    public static async Task<AwsRequest> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        var bytes = await BytesAsync(request);
        var path = Segments(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        var target = request.Headers["X-Amz-Target"].FirstOrDefault();

        if (target is not null)
        {
            return new AwsRequest(AwsProtocol.Json, request.Method, path, request.Query, target.Split('.')[^1], Json(bytes));
        }

        if (request.Headers["smithy-protocol"] == "rpc-v2-cbor")
        {
            return new AwsRequest(AwsProtocol.Cbor, request.Method, path, request.Query, path[^1], CborTree.Read(bytes));
        }

        if (request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal) == true)
        {
            var form = FormTree.Read(new FormReader(Encoding.UTF8.GetString(bytes)) { ValueCountLimit = int.MaxValue }.ReadForm());
            return new AwsRequest(AwsProtocol.Query, request.Method, path, request.Query, (string?)form[nameof(Action)], form);
        }

        return new AwsRequest(AwsProtocol.RestJson, request.Method, path, request.Query, null, Json(bytes))
        {
            SignedFor = request.Headers.Authorization.ToString().Split('/').ElementAtOrDefault(3),
            Range = request.GetTypedHeaders().Range?.Ranges.SingleOrDefault(),
        };
    }

    private static string[] Segments(string rawTarget) =>
        [.. rawTarget.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];

    private static JsonNode? Json(byte[] bytes) => bytes.Length == 0 ? null : JsonNode.Parse(bytes);

    private static async Task<byte[]> BytesAsync(HttpRequest request)
    {
        using var buffer = new MemoryStream();

        // CloudWatch clients compress bodies above 10 KB.
        if (request.Headers.ContentEncoding == "gzip")
        {
            await using var plain = new GZipStream(request.Body, CompressionMode.Decompress);
            await plain.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        }
        else
        {
            await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        }

        return buffer.ToArray();
    }
}
