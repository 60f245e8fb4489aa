using Feedback.Reputation;

namespace Feedback.Cli.Report;

/// <summary>
/// The counters of one entity as running totals, so that the sum of any window is one subtraction. As in the functions, no window counts
/// mail that was sent before the latest resume.
/// </summary>
internal sealed class RollingCounters
{
    private readonly DateTimeOffset _first;
    private readonly DateTimeOffset _complete;
    private readonly IReadOnlyList<DateTimeOffset> _resets;
    private readonly Tally[] _totals;

    /// <param name="first">The first bucket to count.</param>
    /// <param name="end">The end of the last.</param>
    /// <param name="complete">Counters before this time have expired, or begin to.</param>
    /// <param name="counters">The counters, in any order.</param>
    /// <param name="resets">The times from which counting started afresh, in ascending order.</param>
    public RollingCounters(
        DateTimeOffset first,
        DateTimeOffset end,
        DateTimeOffset complete,
        IReadOnlyList<(Bucket Bucket, Tally Tally)> counters,
        IReadOnlyList<DateTimeOffset> resets)
    {
        _first = Bucket.Of(first).Start;
        _complete = complete;
        _resets = resets;
        _totals = new Tally[Index(Bucket.Of(end).End) + 1];
        foreach (var (bucket, tally) in counters)
        {
            var index = Index(bucket.Start) + 1;
            if (index > 0 && index < _totals.Length)
            {
                _totals[index] += tally;
            }
        }

        for (var index = 1; index < _totals.Length; index++)
        {
            _totals[index] += _totals[index - 1];
        }
    }

    /// <summary>
    /// Returns the counts of a window as they are evaluated in the last bucket: its own, and those as far back as the window reaches. Zero
    /// for a window that reaches back to counters that have expired.
    /// </summary>
    public Tally Sum(Window window, Bucket last)
    {
        var reset = _resets.LastOrDefault(at => at <= last.Start);
        var start = WindowTally.Start(window, last.Start, reset == default ? null : reset);
        return start < _complete ? Tally.Zero : Total(last.End) + -Total(start);
    }

    private Tally Total(DateTimeOffset until) => _totals[Math.Clamp(Index(until), 0, _totals.Length - 1)];

    private int Index(DateTimeOffset time) => (int)((time - _first).Ticks / Bucket.Width.Ticks);
}
