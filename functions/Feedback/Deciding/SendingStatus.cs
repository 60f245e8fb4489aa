namespace Feedback.Deciding;

/// <summary>What Feedback wants of a configuration set's sending, and how far it got.</summary>
internal enum SendingStatus
{
    Enabled,

    /// <summary>The pause is decided; SES has not confirmed it yet.</summary>
    Pausing,

    /// <summary>SES confirmed that the set does not send.</summary>
    Paused,
}
