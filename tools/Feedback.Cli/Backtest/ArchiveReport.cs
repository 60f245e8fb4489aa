using Feedback.Cli.Report;
using Feedback.Reputation;

namespace Feedback.Cli.Backtest;

/// <summary>What is to be reported about an archive.</summary>
/// <param name="Wanted">The entities; empty for all.</param>
/// <param name="Limit">The most entities in detail, the worst first.</param>
/// <param name="Period">Returns the time to report, of the time of the first event and the end of the minute of the last.</param>
internal sealed record ArchiveReport(
    IReadOnlyCollection<ReputationEntity> Wanted, int Limit, Func<DateTimeOffset, DateTimeOffset, ReportPeriod> Period)
{
    /// <summary>Everything, as far back as a report goes.</summary>
    public static ArchiveReport Whole(int limit) => new([], limit, WholePeriod);

    public static ReportPeriod WholePeriod(DateTimeOffset first, DateTimeOffset until)
    {
        var earliest = until.AddDays(-ReportPeriod.MostDays);
        return new ReportPeriod(first > earliest ? first : earliest, until);
    }
}
