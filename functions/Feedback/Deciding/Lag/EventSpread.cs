using Feedback.Reputation;

namespace Feedback.Deciding.Lag;

/// <summary>
/// Over how many recipients and domains an entity's latest events are spread. At a small volume one angry mailbox, or one broken domain,
/// makes a rate that says nothing about the sender's list: there each recipient counts once, and events of a single domain count only for
/// an entity that mails no other.
/// </summary>
/// <param name="Events">The latest events, a sample if there are many.</param>
/// <param name="MailsSeveralDomains">Whether the entity's mail goes to several recipient domains.</param>
internal sealed record EventSpread(IReadOnlyList<CountedEvent> Events, bool MailsSeveralDomains)
{
    /// <summary>Enough to tell few recipients from many: the minimum of events is 10 by default.</summary>
    internal const int SampleSize = 100;

    /// <summary>Returns whether the spread matters: a rate with enough events for a level has less than the representative volume.</summary>
    internal static bool Matters(Policy policy, IReadOnlyList<WindowTally> tallies) =>
        Assessment.Rates(tallies).Any(rate => IsSmall(policy, rate) && rate.Events >= policy.Of(rate.Signal).MinimumEvents);

    /// <summary>Returns the tallies as they count towards a breach.</summary>
    /// <param name="policy">The entity's policy.</param>
    /// <param name="tallies">The counts of each window.</param>
    /// <param name="at">The time at which the windows end.</param>
    /// <param name="countFrom">No window counts mail sent before this time.</param>
    internal IReadOnlyList<WindowTally> Apply(Policy policy, IReadOnlyList<WindowTally> tallies, DateTimeOffset at, DateTimeOffset? countFrom) =>
    [
        .. tallies.Select(counted => counted with
        {
            Tally = counted.Tally with
            {
                HardBounces = Count(policy, Rate.Of(Signal.Bounce, counted.Window, counted.Tally), at, countFrom),
                Complaints = Count(policy, Rate.Of(Signal.Complaint, counted.Window, counted.Tally), at, countFrom),
            },
        }),
    ];

    /// <summary>Returns the figures of the worst rate that would be critical if each of its events counted; null if no events are known.</summary>
    /// <inheritdoc cref="Apply"/>
    internal RecipientSpread? Worst(Policy policy, IReadOnlyList<WindowTally> tallies, DateTimeOffset at, DateTimeOffset? countFrom) =>
        Assessment.Rates(tallies)
            .Where(rate => IsSmall(policy, rate) && rate.Breaches(policy.Of(rate.Signal), Level.Critical))
            .OrderByDescending(rate => rate.Value / policy.Of(rate.Signal).Critical)
            .Select(rate => (Rate: rate, Known: Known(rate, at, countFrom)))
            .Where(found => found.Known.Count > 0)
            .Select(found => new RecipientSpread(
                found.Rate,
                Recipients(found.Rate, found.Known),
                found.Known.DistinctBy(counted => counted.Domain).Count(),
                Needed(policy.Of(found.Rate.Signal), found.Rate)))
            .FirstOrDefault();

    private long Count(Policy policy, Rate rate, DateTimeOffset at, DateTimeOffset? countFrom)
    {
        var known = Known(rate, at, countFrom);
        if (known.Count == 0 || !IsSmall(policy, rate))
        {
            return rate.Events;
        }

        if (MailsSeveralDomains && known.DistinctBy(counted => counted.Domain).Count() == 1)
        {
            return 0;
        }

        return Recipients(rate, known);
    }

    private List<CountedEvent> Known(Rate rate, DateTimeOffset at, DateTimeOffset? countFrom)
    {
        var start = WindowTally.Start(rate.Window, at, countFrom);
        return Events.Where(counted => counted.Signal == rate.Signal && counted.SentAt >= start).ToList();
    }

    /// <summary>What the sample shows holds for all events of the window.</summary>
    private static long Recipients(Rate rate, List<CountedEvent> known) =>
        rate.Events * known.DistinctBy(counted => counted.RecipientHash).Count() / known.Count;

    /// <summary>The fewest events with which the rate is critical; it is with its own, so those are the most.</summary>
    private static long Needed(Thresholds thresholds, Rate rate)
    {
        var needed = thresholds.MinimumEvents;
        while (!(rate with { Events = needed }).Breaches(thresholds, Level.Critical))
        {
            needed++;
        }

        return needed;
    }

    private static bool IsSmall(Policy policy, Rate rate) => rate.Trials < policy.Of(rate.Signal).RepresentativeVolume;
}
