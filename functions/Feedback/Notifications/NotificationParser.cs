using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Feedback.Notifications.Wire;

namespace Feedback.Notifications;

/// <summary>Parses the body of an SQS message into a <see cref="FeedbackEvent"/>, in any format and wrapping. Never throws.</summary>
internal static class NotificationParser
{
    internal static ParsedNotification Parse(string body)
    {
        var text = body.AsSpan(); // A record without a body gives an empty span.
        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            // Strict: replacing a lone surrogate by U+FFFD would turn an address into a different one.
            return Utf8.FromUtf16(text, utf8, out _, out var written, replaceInvalidSequences: false) == OperationStatus.Done
                ? Parse(utf8.AsSpan(0, written))
                : new ParsedNotification.Unreadable("the body is not valid Unicode");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(utf8);
        }
    }

    internal static ParsedNotification Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return Unwrapping.Read(utf8, Wrappings.None);
        }
        catch (UnreadableException unreadable)
        {
            return new ParsedNotification.Unreadable(unreadable.Message);
        }
        catch (JsonException)
        {
            // The exception's message quotes the body, so it is not repeated.
            return new ParsedNotification.Unreadable("the body is not JSON, or is nested too deeply");
        }
        catch (InvalidOperationException)
        {
            // Thrown by the JSON reader for a lone surrogate in a property name, or in text that it unescapes into a buffer.
            return new ParsedNotification.Unreadable("the body is not valid Unicode");
        }
    }
}
