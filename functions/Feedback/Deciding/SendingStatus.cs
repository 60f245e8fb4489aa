namespace Feedback.Deciding;

/// <summary>The desired state of an entity's sending, and whether SES has confirmed it.</summary>
internal enum SendingStatus
{
    Enabled,

    /// <summary>The pause is decided; SES has not confirmed it yet.</summary>
    Pausing,

    /// <summary>SES confirmed that sending is disabled.</summary>
    Paused,
}
