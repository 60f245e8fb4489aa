using Feedback.Reputation;

namespace Feedback.Cli.Report;

/// <summary>
/// A rate in one window over the period: for each step, the highest one among its buckets, so that no breach is lost between two points.
/// </summary>
/// <param name="Window">The window, such as <c>24h</c>.</param>
/// <param name="Rates">Fractions; null where nothing was sent, during a pause, and where the window reaches back to expired counters.</param>
/// <param name="Events">The numerators of <paramref name="Rates"/>.</param>
/// <param name="Trials">Their denominators.</param>
internal sealed record RateSeries(string Window, IReadOnlyList<decimal?> Rates, IReadOnlyList<long> Events, IReadOnlyList<long> Trials)
{
    /// <param name="signal">The rate.</param>
    /// <param name="window">The window.</param>
    /// <param name="period">The period.</param>
    /// <param name="counters">The counters of the period, and of the window before it.</param>
    /// <param name="pauses">The pauses: nothing is evaluated during a pause, and while its window runs dry the rate only misleads.</param>
    public static RateSeries Of(
        Signal signal, Window window, ReportPeriod period, RollingCounters counters, IReadOnlyList<PauseReport> pauses)
    {
        var points = period.Steps.Select(at => Highest(signal, window, Evaluated(at, period, pauses), counters)).ToList();
        return new RateSeries(
            window.ToString(),
            [.. points.Select(rate => rate.Trials > 0 ? decimal.Round(rate.Value, 7) : (decimal?)null)],
            [.. points.Select(rate => rate.Events)],
            [.. points.Select(rate => rate.Trials)]);
    }

    private static Rate Highest(Signal signal, Window window, IEnumerable<Bucket> buckets, RollingCounters counters)
    {
        var highest = new Rate(signal, window, 0, 0);
        foreach (var bucket in buckets)
        {
            var rate = Rate.Of(signal, window, counters.Sum(window, bucket));
            highest = rate.Trials > 0 && (highest.Trials == 0 || rate.Value >= highest.Value) ? rate : highest;
        }

        return highest;
    }

    private static IEnumerable<Bucket> Evaluated(DateTimeOffset step, ReportPeriod period, IReadOnlyList<PauseReport> pauses)
    {
        for (var at = step; at < step + period.Step && at < period.To; at += Bucket.Width)
        {
            if (!pauses.Any(pause => pause.From <= at && (pause.To is null || at < pause.To)))
            {
                yield return Bucket.Of(at);
            }
        }
    }
}
