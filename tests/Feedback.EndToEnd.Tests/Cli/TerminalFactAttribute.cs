namespace Feedback.EndToEnd.Tests.Cli;

/// <summary>A test that needs a terminal. Where none can be made it is skipped, and counted neither as passed nor as failed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TerminalFactAttribute : FactAttribute
{
    public TerminalFactAttribute() => Skip = TerminalRun.IsPossible
        ? null
        : "There is no script of util-linux, which makes a terminal: no output was looked at.";
}
