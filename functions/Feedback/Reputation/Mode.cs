namespace Feedback.Reputation;

/// <summary>What Feedback does when a level is reached.</summary>
internal enum Mode
{
    /// <summary>Counts and suppresses only: no levels, no alerts, no pauses.</summary>
    Off,

    /// <summary>Alerts, but pauses nothing.</summary>
    Observe,

    /// <summary>Alerts, and pauses at critical.</summary>
    Enforce,
}
