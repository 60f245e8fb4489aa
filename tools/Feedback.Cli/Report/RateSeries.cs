using Feedback.Reputation;

namespace Feedback.Cli.Report;

/// <summary>
/// A rate in one window over the period: for each step, the highest one among its buckets, so that no breach is lost between two points.
/// </summary>
/// <param name="Window">The window, such as <c>24h</c>.</param>
/// <param name="Rates">Fractions; null where nothing was sent, or where the window reaches back to counters that have expired.</param>
/// <param name="Events">The numerators of <paramref name="Rates"/>.</param>
/// <param name="Trials">Their denominators.</param>
internal sealed record RateSeries(string Window, IReadOnlyList<decimal?> Rates, IReadOnlyList<long> Events, IReadOnlyList<long> Trials)
{
    /// <param name="signal">The rate.</param>
    /// <param name="window">The window.</param>
    /// <param name="period">The period.</param>
    /// <param name="counters">The counters of the period, and of the window before it.</param>
    public static RateSeries Of(Signal signal, Window window, ReportPeriod period, RollingCounters counters)
    {
        var points = period.Steps.Select(at => Highest(signal, window, at, period, counters)).ToList();
        return new RateSeries(
            window.ToString(),
            [.. points.Select(rate => rate.Trials > 0 ? decimal.Round(rate.Value, 7) : (decimal?)null)],
            [.. points.Select(rate => rate.Events)],
            [.. points.Select(rate => rate.Trials)]);
    }

    private static Rate Highest(Signal signal, Window window, DateTimeOffset step, ReportPeriod period, RollingCounters counters)
    {
        var highest = new Rate(signal, window, 0, 0);
        for (var at = step; at < step + period.Step && at < period.To; at += Bucket.Width)
        {
            var rate = Rate.Of(signal, window, counters.Sum(window, Bucket.Of(at)));
            highest = rate.Trials > 0 && (highest.Trials == 0 || rate.Value >= highest.Value) ? rate : highest;
        }

        return highest;
    }
}
