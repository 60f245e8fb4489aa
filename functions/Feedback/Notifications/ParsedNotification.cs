namespace Feedback.Notifications;

/// <summary>The result of parsing one message body.</summary>
internal abstract record ParsedNotification
{
    private ParsedNotification()
    {
    }

    /// <summary>An event to record.</summary>
    internal sealed record Event(FeedbackEvent Feedback) : ParsedNotification;

    /// <summary>Understood, with nothing to record: acknowledge it. The reason is short and quotes nothing of the body but the name of a type.</summary>
    internal sealed record Ignored(string Reason) : ParsedNotification;

    /// <summary>Not understood: it belongs in the dead-letter queue. The reason names the field, never its content.</summary>
    internal sealed record Unreadable(string Reason) : ParsedNotification;
}
