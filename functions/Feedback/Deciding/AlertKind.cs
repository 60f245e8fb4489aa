namespace Feedback.Deciding;

/// <summary>The transition that an alert reports.</summary>
internal enum AlertKind
{
    /// <summary>A rate reached its warning threshold, or fell back to warning from critical.</summary>
    Warning,

    /// <summary>A rate reached its critical threshold and nothing was paused: the mode is Observe, or there is nothing to pause.</summary>
    Critical,

    /// <summary>Feedback paused the set.</summary>
    Paused,

    /// <summary>The set was due to be paused, but it no longer exists in SES.</summary>
    AlreadyPaused,

    /// <summary>Critical by what is counted, but deliveries that are not counted yet could make it harmless: not paused yet.</summary>
    Held,

    /// <summary>Every rate is clear of its thresholds again.</summary>
    Recovered,

    /// <summary>An operator resumed the set, with Feedback or in SES.</summary>
    Resumed,

    /// <summary>An operator paused the set, with Feedback or in SES.</summary>
    PausedByOperator,

    /// <summary>SES has not confirmed a pause for minutes.</summary>
    PauseFailing,

    /// <summary>A reminder that the set is still paused.</summary>
    StillPaused,
}
