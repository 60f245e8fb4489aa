namespace Feedback.Acting;

/// <summary>Runs work on several items at a time.</summary>
internal static class BoundedParallel
{
    /// <summary>
    /// Starts the items in their order, at most <paramref name="atOnce"/> at a time, and waits for all that were started. Starts none once
    /// cancelled. An exception of <paramref name="work"/> ends the loop.
    /// </summary>
    /// <returns>How many were started.</returns>
    internal static async Task<int> ForEachAsync<T>(
        IEnumerable<T> items,
        int atOnce,
        Func<T, CancellationToken, Task> work,
        CancellationToken cancellationToken)
    {
        var started = 0;
        var running = new List<Task>();
        foreach (var item in items)
        {
            while (running.Count >= atOnce)
            {
                var ended = await Task.WhenAny(running);
                running.Remove(ended);
                await ended;
            }

            if (cancellationToken.IsCancellationRequested)
            {
                break;
            }

            running.Add(work(item, cancellationToken));
            started++;
        }

        await Task.WhenAll(running);
        return started;
    }
}
