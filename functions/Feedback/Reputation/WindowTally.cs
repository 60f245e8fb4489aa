namespace Feedback.Reputation;

/// <summary>An entity's counts in one window, as far as rates are made of them.</summary>
internal readonly record struct WindowTally(Window Window, Tally Tally)
{
    /// <summary>Returns the start of the window's first bucket at <paramref name="now"/>, or <paramref name="countFrom"/> if that is later.</summary>
    internal static DateTimeOffset Start(Window window, DateTimeOffset now, DateTimeOffset? countFrom)
    {
        var start = Bucket.Of(now - window.Length).Start;
        return countFrom > start ? countFrom.Value : start;
    }

    /// <summary>
    /// Sums an entity's buckets over each window. A window begins with a whole bucket, so it covers up to 15 minutes more than its length.
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

            return new WindowTally(window, sum with { Problems = default });
        }).ToList();
}
