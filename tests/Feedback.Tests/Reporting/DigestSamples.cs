using Feedback.Deciding;
using Feedback.Reporting;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Reporting;

/// <summary>Digests of 17 November, the day before <see cref="World.Noon"/>.</summary>
internal static class DigestSamples
{
    internal static readonly DigestDay Day = DigestDay.Before(World.Noon);

    private static readonly Window Week = Window.Parse("7d");

    internal static readonly Tally Good = new(10_000, 9_950, 40, 10, 1);

    internal static readonly Tally Bad = new(1_240, 1_160, 77, 3, 0);

    internal static DigestFacts Empty { get; } = new()
    {
        Day = Day,
        Deployment = World.Deployment,
        Accounts = [Entity(ReputationEntity.Account, Tally.Zero)],
        Sets = [],
        Others = default,
        Trouble = default,
        Changes = [],
        OtherChanges = 0,
        ListChanges = [],
        Domains = [],
        DomainsAreSampled = false,
    };

    /// <summary>A set was paused in the morning, another is at warning, and an operator took two addresses off the list.</summary>
    internal static DigestFacts WithAPause { get; } = Of(
        [
            Set("marketing", Bad, SendingStatus.Paused, Level.Critical),
            Set("newsletter", new Tally(4_200, 4_090, 105, 5, 1), level: Level.Warning),
            Set("transactional", Good),
        ]) with
    {
        Changes =
        [
            Change("newsletter", "Warning", hour: 7, "105 of 4,200 attempts hard-bounced in 24h (2.5%)"),
            Change("marketing", "Paused", hour: 9, "77 of 1,240 attempts hard-bounced in 1h (6.2%)"),
        ],
        ListChanges = [("HardBounce", 218), ("SoftBounceLimit", 6), ("Removed", 2), ("Complaint", 2)],
        Domains = [new("example.org", 120), new("example.net", 61), new("example.com", 41)],
    };

    internal static DigestFacts Of(IReadOnlyList<DigestEntity> sets) => Empty with
    {
        Accounts = [Entity(ReputationEntity.Account, sets.Aggregate(Tally.Zero, (sum, set) => sum + set.Day))],
        Sets = [.. sets.Take(DigestFacts.MostSets)],
        Others = DigestRest.Of([.. sets.Skip(DigestFacts.MostSets)]),
        Trouble = DigestTrouble.Of(sets),
    };

    internal static DigestEntity Set(string name, Tally day, SendingStatus sending = SendingStatus.Enabled, Level level = Level.Normal) =>
        Entity(ReputationEntity.ConfigurationSet(name), day) is var set ? set with { State = set.State with { Sending = sending, Level = level } } : set;

    internal static HistoryEntry Change(string set, string what, int hour, string evidence, Actor? actor = null) => new(
        ReputationEntity.ConfigurationSet(set),
        Day.From.AddHours(hour),
        Version: hour,
        what,
        "Critical",
        "Paused",
        actor ?? Actor.Feedback,
        evidence);

    private static DigestEntity Entity(ReputationEntity entity, Tally day) =>
        new(EntityState.New(entity), Policy.Default, day, new WindowTally(Week, day));
}
