using Feedback.Deciding.Lag;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Deciding.Lag;

public sealed class EventSpreadTests
{
    private static readonly Policy OneHour = Policy.Default with { Windows = [Window.Parse("1h")] };

    [Theory]
    [InlineData(4, 900, new[] { "ann@a", "ann@a", "ann@a", "ann@a" }, false, 1)] // an angry mailbox
    [InlineData(4, 900, new[] { "ann@a", "ann@a", "ann@a", "bob@b" }, true, 2)] // and a neighbour
    [InlineData(4, 900, new[] { "ann@a", "bob@b", "cid@c", "dee@d" }, true, 4)]
    [InlineData(4, 900, new[] { "ann@a", "bob@a", "cid@a", "dee@a" }, true, 0)] // one mail server of several
    [InlineData(4, 900, new[] { "ann@a", "bob@a", "cid@a", "dee@a" }, false, 4)] // the only one
    [InlineData(4, 900, new string[0], true, 4)] // not in the index yet
    [InlineData(400, 900, new[] { "ann@a", "ann@a", "ann@a", "bob@b" }, true, 200)] // a sample: half of them are repetitions
    [InlineData(4, 7_500, new[] { "ann@a", "ann@a", "ann@a", "ann@a" }, true, 4)] // the representative volume
    public void Apply_Complaints_CountsEachRecipientOnceAtASmallVolume(long complaints, long deliveries, string[] recipients, bool several, long counted)
    {
        var spread = new EventSpread([.. recipients.Select(recipient => Event(Signal.Complaint, recipient))], several);

        Apply(spread, new Tally(deliveries, deliveries, 0, 0, complaints)).Complaints.ShouldBe(counted);
    }

    [Fact]
    public void Apply_EventsOutsideOfTheWindow_AreLeftOut()
    {
        var before = Enumerable.Repeat(Event(Signal.Bounce, "ann@a", TimeSpan.FromHours(3)), 20);
        var inside = Enumerable.Range(0, 10).Select(i => Event(Signal.Bounce, $"r{i}@d{i}"));

        Apply(new EventSpread([.. inside, .. before], MailsSeveralDomains: true), new Tally(100, 90, 10, 0, 0)).HardBounces.ShouldBe(10);
    }

    [Fact]
    public void Apply_AnEventAtTheStartOfTheWindow_IsInIt()
    {
        var atStart = Event(Signal.Complaint, "bob@b", TimeSpan.FromHours(1));
        var spread = new EventSpread([.. Enumerable.Repeat(Event(Signal.Complaint, "ann@a"), 3), atStart], MailsSeveralDomains: true);

        Apply(spread, new Tally(900, 900, 0, 0, 4)).Complaints.ShouldBe(2);
    }

    [Fact]
    public void Apply_TheOtherSignal_IsNotAffected() =>
        Apply(new EventSpread([.. Enumerable.Repeat(Event(Signal.Bounce, "ann@a"), 20)], MailsSeveralDomains: true), new Tally(100, 80, 20, 0, 7))
            .ShouldBe(new Tally(100, 80, 0, 0, 7));

    /// <summary>Thirty bounces of 120 attempts look critical.</summary>
    [Theory]
    [InlineData(new[] { "ann@a", "ann@a", "bob@a" }, 20, 1)]
    [InlineData(new[] { "ann@a", "bob@b", "cid@c" }, 30, 3)]
    public void Worst_ASmallRateThatLooksCritical_HasItsFigures(string[] recipients, long counted, int domains)
    {
        var spread = new EventSpread([.. recipients.Select(recipient => Event(Signal.Bounce, recipient))], MailsSeveralDomains: true);

        var worst = Worst(spread, new Tally(120, 90, 30, 0, 0)).ShouldNotBeNull();

        (worst.Rate.Signal, worst.Rate.Events, worst.Recipients, worst.Domains).ShouldBe((Signal.Bounce, 30, counted, domains));
        (worst.Rate with { Events = worst.Needed }).Breaches(OneHour.Bounce, Level.Critical).ShouldBeTrue();
        (worst.Rate with { Events = worst.Needed - 1 }).Breaches(OneHour.Bounce, Level.Critical).ShouldBeFalse();
    }

    /// <summary>Ten times the critical threshold is more than three times, however small the rate itself.</summary>
    [Fact]
    public void Worst_TwoCriticalRates_IsTheOneFurtherAboveItsThreshold()
    {
        var spread = new EventSpread([Event(Signal.Bounce, "ann@a"), Event(Signal.Complaint, "bob@b")], MailsSeveralDomains: true);

        Worst(spread, new Tally(500, 440, 60, 0, 4)).ShouldNotBeNull().Rate.Signal.ShouldBe(Signal.Complaint);
    }

    /// <summary>At 900 attempts the minimum of ten events is far from critical.</summary>
    [Fact]
    public void Worst_MoreThanTheMinimumIsNeeded_SaysHowManyRecipients()
    {
        var worst = Worst(new EventSpread([Event(Signal.Bounce, "ann@a")], MailsSeveralDomains: true), new Tally(900, 800, 100, 0, 0)).ShouldNotBeNull();

        worst.Needed.ShouldBeInRange(37, 60);
        (worst.Rate with { Events = worst.Needed }).Breaches(OneHour.Bounce, Level.Critical).ShouldBeTrue();
        (worst.Rate with { Events = worst.Needed - 1 }).Breaches(OneHour.Bounce, Level.Critical).ShouldBeFalse();
    }

    [Theory]
    [InlineData(100, 9)] // too few
    [InlineData(1_000, 100)] // the representative volume, where each event counts
    public void Worst_NoSmallRateIsCritical_IsNone(long attempts, long bounces) =>
        Worst(new EventSpread([Event(Signal.Bounce, "ann@a")], MailsSeveralDomains: true), new Tally(attempts, attempts - bounces, bounces, 0, 0))
            .ShouldBeNull();

    [Fact]
    public void Worst_NoEventInTheIndexYet_HasNoFigures() => Worst(new EventSpread([], MailsSeveralDomains: true), new Tally(120, 90, 30, 0, 0)).ShouldBeNull();

    [Theory]
    [InlineData(10, 999, true)]
    [InlineData(10, 1_000, false)] // the plain rate decides
    [InlineData(9, 100, false)] // too few for any level
    public void Matters_ASmallRateWithEnoughEvents_Does(long bounces, long attempts, bool matters) =>
        EventSpread.Matters(OneHour, [new WindowTally(OneHour.Windows[0], new Tally(attempts, attempts - bounces, bounces, 0, 0))]).ShouldBe(matters);

    private static RecipientSpread? Worst(EventSpread spread, Tally tally) =>
        spread.Worst(OneHour, [new WindowTally(OneHour.Windows[0], tally)], World.Noon, countFrom: null);

    private static Tally Apply(EventSpread spread, Tally tally) =>
        spread.Apply(OneHour, [new WindowTally(OneHour.Windows[0], tally)], World.Noon, countFrom: null).ShouldHaveSingleItem().Tally;

    private static CountedEvent Event(Signal signal, string recipient, TimeSpan age = default) =>
        new(signal, World.Noon - age, recipient, recipient.Split('@')[1]);
}
