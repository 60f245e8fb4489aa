namespace Feedback.Cli.Output;

internal sealed class SilentProgress : IProgressReporter
{
    public static SilentProgress Instance { get; } = new();

    public void Expect(int steps)
    {
        // Progress is shown only on a terminal.
    }

    public void Done(int steps = 1)
    {
        // Progress is shown only on a terminal.
    }
}
