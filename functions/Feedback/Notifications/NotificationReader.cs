namespace Feedback.Notifications;

/// <summary>Reads an SQS body into a <see cref="FeedbackEvent"/>, whichever format and wrapping it came in. Never throws.</summary>
internal static class NotificationReader
{
    internal static Reading Read(string body) => new Reading.Unreadable("no reader yet");

    internal static Reading Read(ReadOnlySpan<byte> utf8) => new Reading.Unreadable("no reader yet");
}
