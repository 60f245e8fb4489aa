using System.Text.Json.Nodes;

namespace Feedback.Local.Services.Ses;

/// <summary>A mail that was given to SES. It goes nowhere, and can be read here.</summary>
/// <param name="From">The address of the sender.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Text">The plain text; null for a mail without.</param>
/// <param name="Html">The page; null for a mail without.</param>
/// <param name="Headers">Headers that the sender added.</param>
internal sealed record SentMail(string From, string Subject, string? Text, string? Html, IReadOnlyDictionary<string, string> Headers)
{
    public static SentMail Read(JsonNode? request)
    {
        var message = request?["Content"]?["Simple"];
        return new SentMail(
            (string?)request?["FromEmailAddress"] ?? string.Empty,
            (string?)message?[nameof(Subject)]?["Data"] ?? string.Empty,
            (string?)message?["Body"]?[nameof(Text)]?["Data"],
            (string?)message?["Body"]?[nameof(Html)]?["Data"],
            (message?[nameof(Headers)]?.AsArray() ?? []).ToDictionary(header => (string)header!["Name"]!, header => (string)header!["Value"]!));
    }
}
