using Feedback.Outcomes;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Sending;

/// <summary>
/// Learns how far the counting of deliveries is behind. The order of the reads matters: the queue, then what the account has counted, then
/// the subject. What leaves the queue in between is seen twice rather than not at all.
/// </summary>
internal sealed class DenominatorReader(ICounterStore counters, IDeliveryBacklog backlog, TimeProvider time, ILogger<DenominatorReader> logger)
{
    internal async Task<DenominatorSafety> ReadAsync(SubjectState state, Policy policy, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var hold = state.Hold is { } held && held.IsSettled(now) ? held : null;
        var waiting = await WaitingAsync(cancellation);
        var account = await counters.ReadAsync(Subject.Account, hold?.From ?? Backlog.FromAt(now), cancellation);
        var since = hold?.At ?? now;
        var start = policy.Windows.Min(window => WindowSums.Start(window, since, state.CountFrom));
        var counted = await counters.ReadAsync(state.Subject, start, cancellation);
        return new DenominatorSafety(
            new Backlog(now, waiting, Deliveries(account, Backlog.FromAt(now))),
            WindowSums.Sum(policy.Windows, counted, now, state.CountFrom),
            hold is null ? null : new HoldReview(hold.LeftOnce(Deliveries(account, hold.From)), Since(hold, policy, state, counted)));
    }

    private static IReadOnlyList<WindowTally> Since(Backlog hold, Policy policy, SubjectState state, IReadOnlyList<(Bucket Bucket, Tally Tally)> counted) =>
        WindowSums.Sum(policy.Windows, [.. counted.Where(counter => counter.Bucket.Start <= hold.At)], hold.At, state.CountFrom);

    private static long Deliveries(IEnumerable<(Bucket Bucket, Tally Tally)> account, DateTimeOffset from) =>
        account.Where(counter => counter.Bucket.Start >= from).Sum(counter => counter.Tally.Deliveries);

    /// <summary>A queue that can't be asked must neither pause a healthy set nor leave an ill one unknown to the sweep.</summary>
    private async Task<long> WaitingAsync(CancellationToken cancellation)
    {
        try
        {
            return await backlog.CountAsync(cancellation);
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            Log.BacklogUnknown(logger, exception);
            return Backlog.Unknown;
        }
    }
}
