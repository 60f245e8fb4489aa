namespace Feedback.Processing;

/// <summary>Limits when an invocation may start work. Work not done by then stays in the queue, or is left to the next sweep.</summary>
internal static class Deadline
{
    /// <summary>The time reserved for answering Lambda.</summary>
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
