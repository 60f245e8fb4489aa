namespace Feedback.Reputation;

/// <summary>Sums an entity's buckets over each window.</summary>
internal static class WindowSums
{
    /// <summary>The first bucket of a window at <paramref name="now"/>; it never reaches back past <paramref name="countFrom"/>.</summary>
    internal static DateTimeOffset Start(Window window, DateTimeOffset now, DateTimeOffset? countFrom)
    {
        var start = Bucket.Of(now - window.Length).Start;
        return countFrom > start ? countFrom.Value : start;
    }

    /// <summary>
    /// A window covers its length and what the bucket it begins in holds beyond that, at most 15 minutes more.
    /// Mail from the future (a clock that runs ahead) counts at once.
    /// </summary>
    internal static IReadOnlyList<WindowTally> Sum(
        IReadOnlyList<Window> windows,
        IReadOnlyList<(Bucket Bucket, Tally Tally)> counters,
        DateTimeOffset now,
        DateTimeOffset? countFrom) =>
        windows.Select(window =>
        {
            var start = Start(window, now, countFrom);
            var sum = Tally.Zero;
            foreach (var (bucket, tally) in counters)
            {
                sum += bucket.Start >= start ? tally : Tally.Zero;
            }

            return new WindowTally(window, sum);
        }).ToList();
}
