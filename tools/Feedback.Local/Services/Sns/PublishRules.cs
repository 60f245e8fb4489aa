using System.Text;
using System.Text.Json;

namespace Feedback.Local.Services.Sns;

/// <summary>What SNS refuses, so that an alert that could never be sent isn't sent here either.</summary>
internal static class PublishRules
{
    private const int MessageBytes = 256 * 1024;

    public static string? Violated(PublishedMail mail)
    {
        if (mail.Message.Length == 0)
        {
            return "Empty message";
        }

        if (Encoding.UTF8.GetByteCount(mail.Message) > MessageBytes)
        {
            return "Message too long";
        }

        if (mail.Subject is { } subject && !IsSubject(subject))
        {
            return "Subject";
        }

        return mail.MessageStructure == "json" && !HasDefault(mail.Message)
            ? "Message Structure - No default entry in JSON message body"
            : null;
    }

    // The API reference: ASCII, begins with a letter, number or punctuation mark, no line breaks or control characters, under 100 long.
    private static bool IsSubject(string subject) =>
        subject.Length is > 0 and <= 100 && subject[0] != ' ' && subject.All(c => c is >= ' ' and <= '~');

    private static bool HasDefault(string message)
    {
        try
        {
            using var json = JsonDocument.Parse(message);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("default", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
