namespace Feedback.Deciding;

/// <summary>What an alert tells. One for each transition.</summary>
internal enum AlertKind
{
    /// <summary>A rate reached its warning threshold, or fell back to that level from critical.</summary>
    Warning,

    /// <summary>A rate reached its critical threshold and nothing was paused: mode Observe, or nothing there to pause.</summary>
    Critical,

    /// <summary>Feedback paused the set.</summary>
    Paused,

    /// <summary>The set would have been paused, but somebody else had done so already, or it no longer exists.</summary>
    AlreadyPaused,

    /// <summary>Critical, but enough deliveries wait to be counted to make it harmless: not paused yet.</summary>
    Held,

    /// <summary>Every rate is clear of its thresholds again.</summary>
    Recovered,

    /// <summary>An operator, or somebody in SES, enabled the set again.</summary>
    Resumed,

    /// <summary>A person paused the set, with the command line or in SES.</summary>
    PausedByOperator,

    /// <summary>SES has not confirmed a decided pause for minutes.</summary>
    PauseFailing,

    /// <summary>A reminder: the set is still paused.</summary>
    StillPaused,
}
