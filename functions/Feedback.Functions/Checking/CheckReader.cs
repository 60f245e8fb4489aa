using System.Text;
using System.Text.Json;
using Feedback.Suppression;

namespace Feedback.Functions.Checking;

/// <summary>Reads and checks the body of a request.</summary>
internal static class CheckReader
{
    /// <summary>Ten requests of the database.</summary>
    internal const int MostAddresses = 1_000;

    /// <summary>Enough for the most addresses at their longest, with display names.</summary>
    internal const int MostBytes = 1_048_576;

    private const string NoRequest =
        "The body is no JSON object of addresses and scope alone, such as {\"addresses\": [\"jane@example.org\"], \"scope\": \"newsletter\"}.";

    /// <summary>Returns what is wrong, without repeating an address; null if nothing is.</summary>
    internal static string? Read(UrlRequest request, out CheckRequest asked)
    {
        asked = new CheckRequest([], null);
        if (Body(request) is not { } body)
        {
            return NoRequest;
        }

        if (body.Length > MostBytes)
        {
            return "The body is larger than 1 MB.";
        }

        try
        {
            asked = JsonSerializer.Deserialize(body, CheckJson.Default.CheckRequest) ?? asked;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return NoRequest;
        }

        return Problem(asked);
    }

    private static string? Problem(CheckRequest asked) => asked switch
    {
        { Addresses: null or { Count: 0 } } => "addresses is missing or empty.",
        { Addresses.Count: > MostAddresses } => $"addresses has {asked.Addresses.Count} entries; one request may have {MostAddresses}.",
        { Addresses: var addresses } when addresses.Contains(null) => "addresses holds null; each entry is an address in a string.",
        { Scope: null } => "scope is missing; give the configuration set that sends the mail, or \"*\" for mail without one.",
        { Scope: var scope } when !SuppressionScope.TryParse(scope, out _) => "scope is neither \"*\" nor the name of a configuration set.",
        _ => null,
    };

    private static byte[]? Body(UrlRequest request)
    {
        try
        {
            return request.IsBase64Encoded ? Convert.FromBase64String(request.Body ?? string.Empty) : Encoding.UTF8.GetBytes(request.Body ?? string.Empty);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
