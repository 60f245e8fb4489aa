namespace Feedback.Notifications;

/// <summary>The event types that are recorded.</summary>
internal enum FeedbackKind
{
    Bounce,
    Complaint,
    Delivery,

    /// <summary>SES accepted the mail, found a virus in it and did not send it.</summary>
    Reject,

    /// <summary>SES could not make the mail from its template.</summary>
    RenderingFailure,

    /// <summary>SES could not deliver the mail yet and goes on trying.</summary>
    DeliveryDelay,
}
