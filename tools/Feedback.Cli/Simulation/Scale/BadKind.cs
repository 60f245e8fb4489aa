namespace Feedback.Cli.Simulation.Scale;

/// <summary>How a set came to be bad.</summary>
internal enum BadKind
{
    /// <summary>Its pause was decided before the run, by a process that ended before it called SES.</summary>
    Unfinished,

    /// <summary>Its bounces were recorded during the run, by a process that ended before it evaluated them.</summary>
    LeftBehind,

    /// <summary>Its bounces arrived during the run.</summary>
    GoneBad,
}
