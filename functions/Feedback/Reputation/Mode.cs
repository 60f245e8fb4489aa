namespace Feedback.Reputation;

/// <summary>What Feedback does about a level.</summary>
internal enum Mode
{
    /// <summary>Counts and suppresses only: no level, no alert, no pause.</summary>
    Off,

    /// <summary>Everything but the pause.</summary>
    Observe,

    /// <summary>Pauses at critical.</summary>
    Enforce,
}
