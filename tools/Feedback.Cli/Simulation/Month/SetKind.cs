namespace Feedback.Cli.Simulation.Month;

/// <summary>What kind of sender a simulated set is.</summary>
internal enum SetKind
{
    /// <summary>0.3 % to 1.2 % hard bounces, complaints far below the warning.</summary>
    Healthy,

    /// <summary>A few test mails, one or two of which bounce: must not be paused.</summary>
    Tester,

    /// <summary>Healthy, until one day a bought list is written to at once.</summary>
    BoughtList,

    /// <summary>Healthy, until a web form lets anybody type any address.</summary>
    BrokenForm,

    /// <summary>Its list grows old: hard bounces rise slowly past 4 %.</summary>
    SlowDrift,
}
