namespace Feedback.Notifications;

/// <summary>The event types that are recorded.</summary>
internal enum FeedbackKind
{
    Bounce,
    Complaint,
    Delivery,
}
