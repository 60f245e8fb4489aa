namespace Feedback.Cli.Output;

/// <summary>Reports the progress of long work.</summary>
internal interface IProgressReporter
{
    void Expect(int steps);

    void Done(int steps = 1);
}
