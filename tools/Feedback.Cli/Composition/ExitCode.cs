namespace Feedback.Cli.Composition;

/// <summary>The exit codes of all commands.</summary>
internal static class ExitCode
{
    public const int Good = 0;

    /// <summary>A check failed, something was not done, or nothing was found.</summary>
    public const int NotGood = 1;

    /// <summary>Usage or configuration error, or AWS refused or could not be reached.</summary>
    public const int Usage = 2;

    /// <summary><c>feedback doctor</c> found an error; its warnings are <see cref="NotGood"/>.</summary>
    public const int Broken = 3;

    /// <summary>Interrupted; the code that shells use for Ctrl-C.</summary>
    public const int Cancelled = 130;
}
