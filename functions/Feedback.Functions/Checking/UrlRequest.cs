using System.Text.Json.Serialization;

namespace Feedback.Functions.Checking;

/// <summary>A request of a function URL in Lambda's form (payload format 2.0), as far as Feedback reads it.</summary>
public sealed record UrlRequest(
    [property: JsonPropertyName("rawPath")] string? Path,
    [property: JsonPropertyName("requestContext")] UrlRequest.RequestContext? Context,
    [property: JsonPropertyName("body")] string? Body,
    [property: JsonPropertyName("isBase64Encoded")] bool IsBase64Encoded)
{
    public sealed record RequestContext([property: JsonPropertyName("http")] Description? Http);

    public sealed record Description([property: JsonPropertyName("method")] string? Method);
}
