using System.Text.Json;

namespace Feedback.Local.Lambda;

/// <summary>An error reported by a runtime.</summary>
internal sealed record FunctionError(string ErrorType, string ErrorMessage, string Json)
{
    public static FunctionError Of(string errorType, string errorMessage) => new(errorType, errorMessage, "{}");

    public static FunctionError Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return new FunctionError(Text(document, "errorType"), Text(document, "errorMessage"), json);
        }
        catch (JsonException)
        {
            return new FunctionError("Runtime.Unknown", json, json);
        }
    }

    private static string Text(JsonDocument document, string name) =>
        document.RootElement.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
