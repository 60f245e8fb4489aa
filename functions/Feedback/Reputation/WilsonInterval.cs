namespace Feedback.Reputation;

/// <summary>
/// The lower bound of the Wilson score interval: the smallest true rate that the observed count leaves plausible.
/// E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", J. Am. Stat. Assoc. 22 (1927), 209-212.
/// </summary>
internal static class WilsonInterval
{
    /// <summary>
    /// (p + z²/2n − z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n), with p = events/trials and n = trials. Zero when there are no trials.
    /// </summary>
    /// <param name="events">0 to <paramref name="trials"/>; more is read as <paramref name="trials"/>.</param>
    /// <param name="trials">The number of trials.</param>
    /// <param name="z">Standard score; 1.96 leaves 2.5 % on this side.</param>
    internal static double LowerBound(long events, long trials, double z)
    {
        if (trials <= 0 || events <= 0)
        {
            return 0;
        }

        double n = trials;
        var p = Math.Min(events, trials) / n;
        var z2 = z * z;
        var centre = p + (z2 / (2 * n));
        var margin = z * Math.Sqrt(((p * (1 - p)) + (z2 / (4 * n))) / n);
        return Math.Max(0, (centre - margin) / (1 + (z2 / n)));
    }
}
