namespace Feedback.Cli.Report;

/// <summary>The rates of one signal, with the thresholds of the policy that is in force now.</summary>
/// <param name="Signal">The name of the signal, such as <c>Bounce</c>.</param>
/// <param name="Events">What is counted, such as <c>hard bounces</c>.</param>
/// <param name="Warning">A fraction.</param>
/// <param name="Critical">A fraction.</param>
/// <param name="MinimumEvents">With fewer events, no level is reached.</param>
/// <param name="Windows">The rate in each window.</param>
internal sealed record SignalReport(
    string Signal, string Events, decimal Warning, decimal Critical, long MinimumEvents, IReadOnlyList<RateSeries> Windows);
