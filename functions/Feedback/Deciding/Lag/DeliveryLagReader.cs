using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Deciding.Lag;

/// <summary>
/// Learns how far the counting of deliveries is behind. The order of the reads matters: the queue, then what the account has counted, then
/// the entity. What leaves the queue in between is seen twice rather than not at all.
/// </summary>
internal sealed class DeliveryLagReader(ICounterStore counters, IDeliveryQueue deliveryQueue, TimeProvider time, ILogger<DeliveryLagReader> logger)
{
    /// <param name="entity">Whose counts are read.</param>
    /// <param name="policy">The entity's policy.</param>
    /// <param name="begun">The hold in force; null without one.</param>
    /// <param name="countFrom">No window counts mail sent before this.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task<DeliveryLag> ReadAsync(
        ReputationEntity entity,
        Policy policy,
        LagSnapshot? begun,
        DateTimeOffset? countFrom,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var hold = begun?.IsSettled(now) == true ? begun : null;
        var waiting = await WaitingAsync(cancellationToken);
        var account = await counters.ReadAsync(ReputationEntity.Account, hold?.From ?? LagSnapshot.FromAt(now), cancellationToken);
        var since = hold?.At ?? now;
        var start = policy.Windows.Min(window => WindowTally.Start(window, since, countFrom));
        var counted = await counters.ReadAsync(entity, start, cancellationToken);
        return new DeliveryLag(
            new LagSnapshot(now, waiting, Deliveries(account, LagSnapshot.FromAt(now))),
            WindowTally.Sum(policy.Windows, counted, now, countFrom),
            hold is null ? null : new HoldProgress(hold.LeftOnce(Deliveries(account, hold.From)), Since(hold, policy, countFrom, counted)));
    }

    private static IReadOnlyList<WindowTally> Since(
        LagSnapshot hold,
        Policy policy,
        DateTimeOffset? countFrom,
        IReadOnlyList<(Bucket Bucket, Tally Tally)> counted) =>
        WindowTally.Sum(policy.Windows, [.. counted.Where(counter => counter.Bucket.Start <= hold.At)], hold.At, countFrom);

    private static long Deliveries(IEnumerable<(Bucket Bucket, Tally Tally)> account, DateTimeOffset from) =>
        account.Where(counter => counter.Bucket.Start >= from).Sum(counter => counter.Tally.Deliveries);

    /// <summary>A queue that can't be asked must neither pause a healthy set nor leave an ill one unknown to the sweep.</summary>
    private async Task<long> WaitingAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await deliveryQueue.CountAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.DeliveryLagUnknown(logger, exception);
            return LagSnapshot.Unknown;
        }
    }
}
