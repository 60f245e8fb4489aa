namespace Feedback.Cli.Composition;

/// <summary>What the shell is told.</summary>
internal static class ExitCode
{
    public const int Good = 0;

    /// <summary>Something is not as it must be, or nothing was found.</summary>
    public const int NotGood = 1;

    /// <summary>Usage or configuration.</summary>
    public const int Usage = 2;

    /// <summary>As a shell says of ^C.</summary>
    public const int Cancelled = 130;
}
