using Feedback.Deciding;
using Feedback.Notifications;
using Feedback.Reporting;
using Feedback.Reputation;
using Feedback.Tests.Fakes;
using static Feedback.Tests.Fakes.Sample;

namespace Feedback.Tests.Reporting;

public sealed class DigestReaderTests
{
    private readonly World _world = new();

    [Fact]
    public async Task ReadAsync_NothingKnown_IsAnEmptyDayOfTheAccount()
    {
        var facts = await ReadAsync();

        facts.Accounts.ShouldHaveSingleItem().Entity.ShouldBe(ReputationEntity.Account);
        (facts.HasMail, facts.Sets.Count, facts.Others.Count, facts.Trouble.IsNone).ShouldBe((false, 0, 0, true));
    }

    /// <summary>The day is that of the mail: its first and last quarter of an hour belong to it, and their neighbours do not.</summary>
    [Fact]
    public async Task ReadAsync_MailAroundTheDay_CountsTheDayOnly()
    {
        var day = DigestSamples.Day;
        Known("news");
        foreach (var sentAt in (DateTimeOffset[])[day.From.AddMinutes(-1), day.From, day.Until.AddMinutes(-1), day.Until])
        {
            Count("news", sentAt, new Tally(100, 100, 0, 0, 0));
        }

        var set = (await ReadAsync()).Sets.ShouldHaveSingleItem();

        set.Day.Attempts.ShouldBe(200);
        set.Rolling!.Value.Tally.Attempts.ShouldBe(400);
    }

    [Fact]
    public async Task ReadAsync_ManySets_NamesTheWorstFirst()
    {
        for (var number = 0; number < 40; number++)
        {
            Known($"good-{number:D2}");
            Count($"good-{number:D2}", Morning, new Tally(10_000, 10_000, number, 0, 0));
        }

        Known("critical");
        Count("critical", Morning, new Tally(1_000, 950, 50, 0, 0));
        _world.Put(EntityState.New(Entity("paused")) with { Version = 1, Sending = SendingStatus.Paused });

        // Half of its mail bounced, which proves nothing about two mails.
        Known("tiny");
        Count("tiny", Morning, new Tally(2, 1, 1, 0, 0));

        var facts = await ReadAsync();

        facts.Sets.Count.ShouldBe(DigestFacts.MostSets);
        facts.Sets.Take(2).Select(set => set.Entity.Name).ShouldBe(["paused", "critical"]);
        facts.Trouble.ShouldBe(new DigestTrouble(Paused: 1, Critical: 1, Warning: 0, Held: 0));
        (facts.Others.Count, facts.Others.InTrouble).ShouldBe((23, 0));
    }

    [Fact]
    public async Task ReadAsync_SetsWithoutMailAndTrouble_AreNotNamed()
    {
        Known("asleep");

        var facts = await ReadAsync();

        (facts.Sets.Count, facts.Others.Count).ShouldBe((0, 0));
    }

    /// <summary>Nothing evaluates a set whose mode is Off, and neither does a digest.</summary>
    [Fact]
    public async Task ReadAsync_ASetThatIsOnlyRecorded_IsInNoTrouble()
    {
        _world.Policies.Own[Entity("news")] = Policy.Default with { Mode = Mode.Off };
        Known("news");
        Count("news", Morning, new Tally(1_000, 900, 100, 0, 0));

        (await ReadAsync()).Sets.ShouldHaveSingleItem().IsTroubled.ShouldBeFalse();
    }

    [Fact]
    public async Task ReadAsync_ChangesOfTheDay_AreNamedInTheirOrder()
    {
        Known("news");
        _world.States.History.AddRange(
        [
            DigestSamples.Change("news", "Paused", 9, "x"),
            DigestSamples.Change("news", "Warning", 7, "x"),
            DigestSamples.Change("news", "Resumed", 24, "of today"),
            DigestSamples.Change("news", "Resumed", -1, "of the day before"),
        ]);

        (await ReadAsync()).Changes.Select(change => change.What).ShouldBe(["Warning", "Paused"]);
    }

    [Fact]
    public async Task ReadAsync_MoreChangesThanAreNamed_KeepsThePauses()
    {
        Known("news");
        var recovered = DigestSamples.Change("news", "Recovered", 1, "x");
        _world.States.History.AddRange(Enumerable.Range(0, 100).Select(version => recovered with { Version = version }));
        _world.States.History.Add(DigestSamples.Change("news", "Paused", 23, "x"));

        var facts = await ReadAsync();

        (facts.Changes.Count, facts.OtherChanges).ShouldBe((DigestFacts.MostChanges, 81));
        facts.Changes[^1].What.ShouldBe("Paused");
    }

    [Fact]
    public async Task ReadAsync_HardBouncesAndComplaints_CountsTheDomainsOfTheBounces()
    {
        Known(World.SetName);
        await _world.Recorder().RecordAsync(
        [
            .. Enumerable.Range(0, 3).Select(i => Observe(Evidence.HardBounced, $"a{i}@example.net", $"m{i}", sentAt: Morning)),
            Observe(Evidence.HardBounced, "b@example.com", "m4", sentAt: Morning),
            Observe(Evidence.Complained, "c@example.org", "m5", sentAt: Morning),
            Observe(Evidence.HardBounced, "d@example.org", "m6", sentAt: DigestSamples.Day.Until.AddHours(1)),
        ], CancellationToken.None);

        var facts = await ReadAsync();

        facts.Domains.ShouldBe([new("example.net", 3), new("example.com", 1)]);
        facts.DomainsAreSampled.ShouldBeFalse();
    }

    [Fact]
    public async Task ReadAsync_ChangesOfTheSuppressionList_AreThoseOfTheDay()
    {
        await _world.SuppressionTally.AddAsync("HardBounce", 5, CancellationToken.None);
        await _world.SuppressionTally.AddAsync("Removed", 7, CancellationToken.None);
        _world.Clock.Advance(TimeSpan.FromDays(1));
        await _world.SuppressionTally.AddAsync("HardBounce", 99, CancellationToken.None);

        var facts = await _world.DigestReader.ReadAsync(DigestDay.Before(_world.Clock.Now), CancellationToken.None);

        facts.ListChanges.ShouldBe([("Removed", 7), ("HardBounce", 5)]);
    }

    private static DateTimeOffset Morning => DigestSamples.Day.From.AddHours(8);

    private static ReputationEntity Entity(string set) => ReputationEntity.ConfigurationSet(set);

    private void Known(string set) => _world.Put(EntityState.New(Entity(set)) with { Version = 1 });

    private void Count(string set, DateTimeOffset sentAt, Tally tally) => _world.Counters.Add(Entity(set), sentAt, tally);

    private Task<DigestFacts> ReadAsync() => _world.DigestReader.ReadAsync(DigestSamples.Day, CancellationToken.None);
}
