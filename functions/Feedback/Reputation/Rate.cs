using System.Globalization;

namespace Feedback.Reputation;

/// <summary>One signal in one window: the counts behind a rate.</summary>
/// <param name="Signal">What is counted.</param>
/// <param name="Window">How far back.</param>
/// <param name="Events">Hard bounces, or complaints.</param>
/// <param name="Trials">Attempts for bounces, deliveries for complaints.</param>
internal readonly record struct Rate(Signal Signal, Window Window, long Events, long Trials)
{
    /// <summary>The standard score of a one-sided 97.5 % certainty.</summary>
    internal const double Z = 1.96;

    /// <summary>A level is left only when every rate is below this share of its threshold.</summary>
    internal const decimal ClearShare = 0.9m;

    internal static Rate Of(Signal signal, Window window, Tally tally) => signal == Signal.Bounce
        ? new Rate(signal, window, tally.HardBounces, tally.Attempts)
        : new Rate(signal, window, tally.Complaints, tally.Deliveries);

    /// <summary>A fraction; zero without trials.</summary>
    internal decimal Value => Trials <= 0 ? 0 : (decimal)Events / Trials;

    /// <summary>
    /// At a representative volume the plain rate decides, exactly (40 of 1,000 is 4 %); below it the rate must be statistically certain,
    /// so that one complaint in five test mails proves nothing while 40 bounces in 100 do.
    /// </summary>
    internal bool Breaches(Thresholds thresholds, Level level) =>
        Trials > 0
        && Events >= thresholds.MinimumEvents
        && Events >= thresholds.For(level) * Trials
        && (Trials >= thresholds.RepresentativeVolume || WilsonInterval.LowerBound(Events, Trials, Z) >= (double)thresholds.For(level));

    /// <summary>
    /// Whether the rate still holds a level that was reached. Too few events hold nothing: else one complaint among a small sender's
    /// thousand mails a week (0.1 %) would keep a level for ever.
    /// </summary>
    internal bool Holds(Thresholds thresholds, Level level) =>
        Trials > 0 && Events >= thresholds.MinimumEvents && Events >= ClearShare * thresholds.For(level) * Trials;

    /// <summary>Such as <c>77 of 1240 attempts bounced hard in 1h (6.21 %)</c>.</summary>
    public override string ToString() => Signal == Signal.Bounce
        ? string.Create(CultureInfo.InvariantCulture, $"{Events} of {Trials} attempts bounced hard in {Window} ({Percent.Of(Value)})")
        : string.Create(CultureInfo.InvariantCulture, $"{Events} of {Trials} deliveries drew a complaint in {Window} ({Percent.Of(Value)})");
}
