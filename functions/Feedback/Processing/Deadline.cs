namespace Feedback.Processing;

/// <summary>When an invocation must stop starting work: what isn't done by then stays where it is, in the queue or for the next sweep.</summary>
internal static class Deadline
{
    /// <summary>What is kept back of the remaining time, to answer in.</summary>
    internal static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    internal static CancellationTokenSource Of(TimeSpan remaining, TimeProvider time)
    {
        var left = remaining - Margin;
        if (left > TimeSpan.Zero)
        {
            return new CancellationTokenSource(left, time);
        }

        var passed = new CancellationTokenSource();
        passed.Cancel();
        return passed;
    }
}
