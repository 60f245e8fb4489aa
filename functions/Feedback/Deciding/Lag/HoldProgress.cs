using Feedback.Reputation;

namespace Feedback.Deciding.Lag;

/// <summary>What is known now about the events that put an entity on hold.</summary>
/// <param name="At">The time in question.</param>
/// <param name="Lag">The deliveries of that time that are still missing.</param>
/// <param name="Tallies">The windows as they were at that time, with everything that has been counted in them since.</param>
internal sealed record HoldProgress(DateTimeOffset At, DeliveryLag Lag, IReadOnlyList<WindowTally> Tallies)
{
    /// <summary>Whether SES publishes the entity's deliveries to us.</summary>
    internal bool PublishesDeliveries { get; init; } = true;

    /// <summary>Over whom the events are spread; null if that doesn't matter.</summary>
    internal EventSpread? Spread { get; init; }

    /// <summary>
    /// Confirms the pause if the events known when the hold began are critical, even if every missing delivery is this entity's. Later
    /// events don't count, since their deliveries may be missing too.
    /// </summary>
    /// <param name="policy">The entity's policy.</param>
    /// <param name="known">The counts when the hold began.</param>
    /// <param name="countFrom">No window counts mail sent before this time.</param>
    internal HoldReview Review(Policy policy, IReadOnlyList<WindowTally> known, DateTimeOffset? countFrom)
    {
        if (!PublishesDeliveries)
        {
            return new HoldReview.Doubtful(HoldReason.DeliveriesNotPublished);
        }

        var reviewed = Tallies
            .Join(known, now => now.Window, then => then.Window, (now, then) => now with { Tally = now.Tally.WithEventsOf(then.Tally) })
            .ToList();
        if (Lag.Missing is not { } missing || reviewed.Count == 0 || !IsCritical(policy, reviewed, missing))
        {
            return new HoldReview.Doubtful(HoldReason.DeliveriesMissing);
        }

        return Spread is null || IsCritical(policy, Spread.Apply(policy, reviewed, At, countFrom), missing)
            ? new HoldReview.Confirmed(Assessment.Of(policy, reviewed, Level.Critical))
            : new HoldReview.Doubtful(HoldReason.FewRecipients, Spread.Worst(policy, reviewed, At, countFrom));
    }

    private static bool IsCritical(Policy policy, IReadOnlyList<WindowTally> tallies, long missing) =>
        Assessment.Of(policy, [.. tallies.Select(t => t with { Tally = t.Tally.WithDeliveries(missing) })], Level.Normal).Breached == Level.Critical;
}
