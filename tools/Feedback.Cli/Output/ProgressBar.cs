using Spectre.Console;

namespace Feedback.Cli.Output;

internal sealed class ProgressBar(ProgressTask bar) : IProgressReporter
{
    public void Expect(int steps) => bar.MaxValue = Math.Max(1, steps);

    public void Done(int steps = 1) => bar.Increment(steps);
}
