using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Feedback.Notifications.Wire;

namespace Feedback.Notifications;

/// <summary>Reads an SQS body into a <see cref="FeedbackEvent"/>, whichever format and wrapping it came in. Never throws.</summary>
internal static class NotificationParser
{
    internal static ParsedNotification Parse(string body)
    {
        var text = body.AsSpan(); // empty even for a record that came without a body
        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            // Strictly: a lone surrogate replaced by U+FFFD would make another address of it.
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
            // Its message quotes the body: not repeated.
            return new ParsedNotification.Unreadable("the body is not JSON, or is nested too deep");
        }
        catch (InvalidOperationException)
        {
            // What the JSON reader throws at a lone surrogate in a name, or in text that is unescaped into a buffer.
            return new ParsedNotification.Unreadable("the body is not valid Unicode");
        }
    }
}
