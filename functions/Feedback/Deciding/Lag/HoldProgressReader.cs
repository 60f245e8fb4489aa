using Feedback.Notifications;
using Feedback.Reputation;
using Microsoft.Extensions.Logging;

namespace Feedback.Deciding.Lag;

/// <summary>
/// Reads what is known about the events of a hold. How far deliveries lag behind is read before the counts: a delivery that is counted
/// between the two reads is then seen twice rather than not at all.
/// </summary>
internal sealed class HoldProgressReader(
    DeliveryLagReader lagReader,
    ICounterStore counters,
    ICountedEvents events,
    IEventDestinations destinations,
    TimeProvider time,
    ILogger<HoldProgressReader> logger)
{
    /// <param name="entity">The entity whose counts are read.</param>
    /// <param name="policy">The entity's policy.</param>
    /// <param name="hold">The hold in force; null if a hold may begin now.</param>
    /// <param name="countFrom">No window counts mail sent before this time.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    internal async Task<HoldProgress> ReadAsync(
        ReputationEntity entity,
        Policy policy,
        Hold? hold,
        DateTimeOffset? countFrom,
        CancellationToken cancellationToken)
    {
        var at = hold?.At ?? time.GetUtcNow();
        var lag = await lagReader.ReadAsync(at, cancellationToken);
        var start = policy.Windows.Min(window => WindowTally.Start(window, at, countFrom));
        var counted = await counters.ReadAsync(entity, start, cancellationToken);
        var tallies = WindowTally.Sum(policy.Windows, [.. counted.Where(counter => counter.Bucket.Start <= at)], at, countFrom);
        var publishes = await PublishesAsync(entity, tallies, cancellationToken);
        return new HoldProgress(at, publishes is null ? lag with { Missing = null } : lag, tallies)
        {
            PublishesDeliveries = publishes ?? true,
            Spread = DependsOnSpread(entity, policy, tallies) ? await ReadSpreadAsync(entity, start, cancellationToken) : null,
        };
    }

    /// <summary>Asks SES only about a set without any delivery; a complaint counts as one, and proves nothing about the others.</summary>
    /// <returns>Null if SES could not be asked.</returns>
    private async Task<bool?> PublishesAsync(ReputationEntity entity, IReadOnlyList<WindowTally> tallies, CancellationToken cancellationToken)
    {
        if (entity.ConfigurationSetName is null || tallies.Any(counted => counted.Tally.Deliveries > counted.Tally.Complaints))
        {
            return true;
        }

        try
        {
            return await destinations.GetAsync(entity, cancellationToken) is not { } publishing || publishing.Publishes(FeedbackKind.Delivery);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.PublishingUnknown(logger, exception, entity.Key);
            return null;
        }
    }

    /// <summary>One mailbox may raise an alert about an account that nothing pauses, but never a pause.</summary>
    private static bool DependsOnSpread(ReputationEntity entity, Policy policy, IReadOnlyList<WindowTally> tallies) =>
        (!entity.IsAccount || policy.PauseAccount) && EventSpread.Matters(policy, tallies);

    private async Task<EventSpread> ReadSpreadAsync(ReputationEntity entity, DateTimeOffset from, CancellationToken cancellationToken) => new(
        await events.LatestAsync(entity, EventSpread.SampleSize, cancellationToken),
        await counters.MailsSeveralDomainsAsync(entity, from, cancellationToken));
}
