namespace Feedback.Cli.Output;

internal sealed class SilentProgress : IProgressReporter
{
    public static SilentProgress Instance { get; } = new();

    public void Expect(int steps)
    {
        // Nobody watches.
    }

    public void Done(int steps = 1)
    {
        // Nobody watches.
    }
}
