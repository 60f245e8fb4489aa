namespace Feedback.Cli.Output;

/// <summary>How far long work has got.</summary>
internal interface IProgressReporter
{
    void Expect(int steps);

    void Done(int steps = 1);
}
