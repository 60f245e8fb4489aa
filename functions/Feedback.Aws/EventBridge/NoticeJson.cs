using System.Globalization;
using System.Text;
using System.Text.Json;
using Feedback.Announcing;

namespace Feedback.Aws.EventBridge;

/// <summary>Writes the detail of an event as docs/suppression.md describes it.</summary>
internal static class NoticeJson
{
    internal const string Source = "feedback.suppression";

    internal static string DetailType(SuppressionNotice notice) => notice.IsSuppressed ? "Email Address Suppressed" : "Email Address Released";

    /// <param name="notice">The notice.</param>
    /// <param name="withAddress">Whether the event names the address, beside its hash.</param>
    internal static string Detail(SuppressionNotice notice, bool withAddress)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("changeId", notice.ChangeId);
            json.WriteString("recipientHash", notice.Recipient.Hash);
            if (withAddress)
            {
                json.WriteString("address", notice.Recipient.Value);
            }

            json.WriteString("scope", notice.Scope.ToString());
            json.WriteString("reason", notice.Reason);
            json.WriteString("at", Time(notice.At));
            if (notice.Until is { } until)
            {
                json.WriteString("until", Time(until));
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
