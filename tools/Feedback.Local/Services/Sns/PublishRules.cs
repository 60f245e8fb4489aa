using System.Text;
using System.Text.Json;

namespace Feedback.Local.Services.Sns;

/// <summary>Checks a mail by SNS's rules, so that an alert that SNS would refuse is refused here too.</summary>
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

    // By the API reference: fewer than 100 ASCII characters, the first a letter, number or punctuation mark, no control characters.
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
