using Feedback.Cli.Commands;
using Feedback.Cli.Status;
using Feedback.Configuration;
using Feedback.Deciding;
using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Cli.Report;

/// <summary>Reads the data of a report from the tables.</summary>
internal sealed class ReportReader(
    StatusReader statuses, IStateStore states, ICounterStore counters, IOutcomeReader outcomes, Settings settings, TimeProvider time)
{
    private const int MostHistory = 1_000;

    /// <summary>Reads the status of all known entities, or of those in <paramref name="wanted"/>, and the first of them in detail.</summary>
    /// <param name="wanted">The entities to report; empty for all.</param>
    /// <param name="period">The time to report.</param>
    /// <param name="limit">The most entities to read in detail, the worst first.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<ReportDocument> ReadAsync(
        IReadOnlyCollection<ReputationEntity> wanted, ReportPeriod period, int limit, CancellationToken cancellationToken)
    {
        var found = await statuses.ReadAsync(wanted, cancellationToken);
        var sets = new List<SetReport>();
        foreach (var status in found.Take(limit))
        {
            sets.Add(await ReadAsync(status, period, cancellationToken));
        }

        return new ReportDocument
        {
            CreatedAt = time.GetUtcNow(),
            From = period.From,
            To = period.To,
            AccountId = settings.Deployment.AccountId,
            Region = settings.Deployment.Region,
            StepMinutes = (int)period.Step.TotalMinutes,
            Times = [.. period.Steps],
            Overview = [.. found.Select(SetSummary.Of)],
            Sets = sets,
        };
    }

    private async Task<SetReport> ReadAsync(EntityStatus status, ReportPeriod period, CancellationToken cancellationToken)
    {
        var entity = status.State.Entity;
        var first = period.Steps.First() - status.Policy.Windows.Max(window => window.Length);
        var counted = await counters.ReadAsync(entity, first, cancellationToken);
        var latestFirst = await states.HistoryAsync(entity, MostHistory, cancellationToken);
        var history = latestFirst.Reverse().ToList();
        var latest = await outcomes.LatestEventsAsync(entity, EventSample.Most, cancellationToken);
        var events = latest.Select(outcome => outcome.ReputationEvent).OfType<ReputationEvent>().ToList();
        var complete = time.GetUtcNow() - Settings.CounterRetention;
        var rolling = new RollingCounters(first, period.To, complete, counted, CountingResets.Of(status.State, history));
        var pauses = PauseReport.In(period, history);
        return new SetReport
        {
            Summary = SetSummary.Of(status),
            Signals = [.. Signal.All.Select(signal => Report(signal, status.Policy, period, rolling, pauses))],
            Volume = VolumeSeries.Of(period, counted),
            Transitions = [.. history.Where(entry => period.Contains(entry.At)).Select(HistoryDocument.Of)],
            HistoryIsCut = history.Count == MostHistory && history[0].At > period.From,
            Pauses = pauses,
            Events = EventSample.Of(period, events),
        };
    }

    private static SignalReport Report(
        Signal signal, Policy policy, ReportPeriod period, RollingCounters rolling, IReadOnlyList<PauseReport> pauses)
    {
        var thresholds = policy.Of(signal);
        var windows = policy.Windows.Select(window => RateSeries.Of(signal, window, period, rolling, pauses));
        return new SignalReport(signal.Name, signal.Noun, thresholds.Warning, thresholds.Critical, thresholds.MinimumEvents, [.. windows]);
    }
}
