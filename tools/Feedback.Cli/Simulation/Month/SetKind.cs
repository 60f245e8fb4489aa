namespace Feedback.Cli.Simulation.Month;

/// <summary>The kinds of simulated senders.</summary>
internal enum SetKind
{
    /// <summary>0.3 % to 1.2 % hard bounces; complaints far below the warning threshold.</summary>
    Healthy,

    /// <summary>Sends a few test mails, one or two of which bounce. Must not be paused.</summary>
    Tester,

    /// <summary>Healthy until it writes to a bought list all at once.</summary>
    BoughtList,

    /// <summary>Healthy until a web form accepts any address without a check.</summary>
    BrokenForm,

    /// <summary>Has a list that ages: hard bounces rise slowly past 4 %.</summary>
    SlowDrift,
}
