namespace Feedback.Cli.Doctor;

/// <summary>How much a finding hurts.</summary>
internal enum Severity
{
    /// <summary>Works, and could be better.</summary>
    Info,

    /// <summary>Works now, and will not in some case that it should.</summary>
    Warning,

    /// <summary>Feedback does not see, decide, pause or tell what it should.</summary>
    Error,
}
