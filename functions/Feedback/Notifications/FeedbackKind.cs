namespace Feedback.Notifications;

/// <summary>The event types that say what became of a message.</summary>
internal enum FeedbackKind
{
    Bounce,
    Complaint,
    Delivery,
}
