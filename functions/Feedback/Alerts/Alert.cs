namespace Feedback.Alerts;

/// <summary>One alert in the form of each target.</summary>
/// <param name="Mail">For a mailbox.</param>
/// <param name="Chat">For a chat: JSON in the schema that Amazon Q Developer in chat applications shows.</param>
/// <param name="Page">For a pager; null if the alert can wait until the morning.</param>
internal sealed record Alert(AlertMail Mail, string Chat, AlertPage? Page);
