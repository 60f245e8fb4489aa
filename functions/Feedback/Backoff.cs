namespace Feedback;

/// <summary>Waits between attempts: full jitter over a ceiling that doubles from 20 ms to 2 s, so that writers that met don't meet again.</summary>
internal static class Backoff
{
    private const double FirstMilliseconds = 20;
    private const double LongestMilliseconds = 2_000;

    /// <param name="attempt">How many attempts came before; 0 waits for up to 20 ms.</param>
    /// <param name="time">The clock to wait by.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal static Task WaitAsync(int attempt, TimeProvider time, CancellationToken cancellationToken)
    {
        var ceiling = Math.Min(LongestMilliseconds, FirstMilliseconds * Math.Pow(2, Math.Min(attempt, 10)));
        return Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * ceiling), time, cancellationToken);
    }
}
