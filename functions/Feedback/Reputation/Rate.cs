using System.Globalization;

namespace Feedback.Reputation;

/// <summary>The counts of one signal in one window.</summary>
/// <param name="Signal">The signal that is counted.</param>
/// <param name="Window">The window it is counted in.</param>
/// <param name="Events">The numerator, such as hard bounces.</param>
/// <param name="Trials">The denominator, such as attempts.</param>
internal readonly record struct Rate(Signal Signal, Window Window, long Events, long Trials)
{
    /// <summary>The standard score of a one-sided certainty of 97.5 %.</summary>
    internal const double Z = 1.96;

    /// <summary>A level is left only when every rate is below this share of its threshold.</summary>
    internal const decimal ClearShare = 0.9m;

    internal static Rate Of(Signal signal, Window window, Tally tally) => new(signal, window, signal.Events(tally), signal.Trials(tally));

    /// <summary>A fraction; zero without trials.</summary>
    internal decimal Value => Trials <= 0 ? 0 : (decimal)Events / Trials;

    /// <summary>
    /// Returns whether the rate reaches a level. From the representative volume on the plain rate decides (40 of 1,000 is exactly 4 %).
    /// Below it, the rate must be statistically certain: one complaint in five test mails proves nothing, 40 bounces in 100 do.
    /// </summary>
    internal bool Breaches(Thresholds thresholds, Level level) =>
        Trials > 0
        && Events >= thresholds.MinimumEvents
        && Events >= thresholds.For(level) * Trials
        && (Trials >= thresholds.RepresentativeVolume || WilsonInterval.LowerBound(Events, Trials, Z) >= (double)thresholds.For(level));

    /// <summary>
    /// Returns whether the rate keeps an entity at a level that it reached earlier. With fewer events than the minimum it doesn't, because
    /// one complaint in a small sender's thousand mails a week (0.1 %) would keep the level for ever.
    /// </summary>
    internal bool Holds(Thresholds thresholds, Level level) =>
        Trials > 0 && Events >= thresholds.MinimumEvents && Events >= ClearShare * thresholds.For(level) * Trials;

    /// <summary>Such as <c>77 of 1,240 attempts hard-bounced in 1h (6.2%)</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Events:N0} of {Trials:N0} {Signal.Finding} in {Window} ({Percent.Of(Value)})");
}
