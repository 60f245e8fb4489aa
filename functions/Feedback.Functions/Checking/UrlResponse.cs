using System.Text.Json.Serialization;

namespace Feedback.Functions.Checking;

/// <summary>A response in the form of a function URL.</summary>
public sealed record UrlResponse(
    [property: JsonPropertyName("statusCode")] int Status,
    [property: JsonPropertyName("headers")] IReadOnlyDictionary<string, string> Headers,
    [property: JsonPropertyName("body")] string Body);
