using System.Globalization;
using System.Text.Json;

namespace Feedback.Inbound;

/// <summary>Where SES stored a mail, and when.</summary>
/// <param name="Bucket">The name of the bucket.</param>
/// <param name="Key">The key of the object.</param>
/// <param name="StoredAt">S3's time. Unlike the dates in the mail, the sender of the mail can't choose it.</param>
internal sealed record StoredMail(string Bucket, string Key, DateTimeOffset StoredAt)
{
    /// <summary>Reads S3's event "Object Created", as EventBridge sends it. Null for anything else.</summary>
    internal static StoredMail? Parse(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            return Text(root, "source") == "aws.s3"
                && Text(root, "detail-type") == "Object Created"
                && root.TryGetProperty("detail", out var detail)
                && Text(detail, "bucket", "name") is { Length: > 0 } bucket
                && Text(detail, "object", "key") is { Length: > 0 } key
                && DateTimeOffset.TryParse(Text(root, "time"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                    ? new StoredMail(bucket, key, time.ToUniversalTime())
                    : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }
}
