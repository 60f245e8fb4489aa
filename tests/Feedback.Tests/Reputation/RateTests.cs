using Feedback.Reputation;

namespace Feedback.Tests.Reputation;

public sealed class RateTests
{
    private static readonly Window Hour = Window.Parse("1h");
    private static readonly Policy Defaults = Policy.Default;

    [Theory]
    [InlineData(39, 1_000, false)]
    [InlineData(40, 1_000, true)]
    [InlineData(399, 10_000, false)] // 3.99 %
    [InlineData(400, 10_000, true)] // 4.00 %
    [InlineData(40, 1_001, false)]
    [InlineData(39, 999, false)] // 3.90 %
    [InlineData(40, 999, false)] // 4.00 %, but not representative
    [InlineData(52, 999, false)]
    [InlineData(53, 999, true)] // statistically certain
    [InlineData(9, 100, false)] // certain, but too few
    [InlineData(10, 100, true)]
    [InlineData(10, 137, true)]
    [InlineData(10, 138, false)] // 7.2 %, but not certain
    [InlineData(40, 100, true)]
    [InlineData(9, 9, false)] // too few, whatever the rate
    [InlineData(10, 10, true)]
    [InlineData(0, 0, false)]
    [InlineData(10, 0, false)]
    public void Breaches_CriticalBounceRate_AtItsEdges(long bounces, long attempts, bool expected) =>
        Breaches(new Rate(Signal.Bounce, Hour, bounces, attempts), Level.Critical).ShouldBe(expected);

    [Theory]
    [InlineData(19, 1_000, false)]
    [InlineData(20, 1_000, true)]
    [InlineData(28, 999, false)]
    [InlineData(29, 999, true)]
    [InlineData(9, 100, false)]
    [InlineData(10, 273, true)]
    [InlineData(10, 274, false)]
    public void Breaches_WarningBounceRate_AtItsEdges(long bounces, long attempts, bool expected) =>
        Breaches(new Rate(Signal.Bounce, Hour, bounces, attempts), Level.Warning).ShouldBe(expected);

    [Theory]
    [InlineData(1, 5, false)] // the one complaint of a test
    [InlineData(3, 3, false)]
    [InlineData(3, 1_000, false)] // 0.3 %, but three are too few
    [InlineData(4, 1_000, true)]
    [InlineData(4, 1_945, true)]
    [InlineData(4, 1_946, false)] // 0.21 %, but not certain
    [InlineData(10, 7_499, false)]
    [InlineData(11, 7_499, true)] // certain: the lower bound is 0.082 %
    [InlineData(5, 7_500, false)] // 0.067 %
    [InlineData(6, 7_500, true)] // 0.08 %
    [InlineData(7, 10_000, false)] // 0.07 %
    [InlineData(8, 10_000, true)] // 0.08 %
    [InlineData(8, 10_001, false)]
    [InlineData(0, 0, false)]
    public void Breaches_CriticalComplaintRate_AtItsEdges(long complaints, long deliveries, bool expected) =>
        Breaches(new Rate(Signal.Complaint, Hour, complaints, deliveries), Level.Critical).ShouldBe(expected);

    [Theory]
    [InlineData(3, 10_000, false)] // 0.03 %
    [InlineData(4, 10_000, true)] // 0.04 %
    [InlineData(6, 7_499, false)]
    [InlineData(7, 7_499, true)]
    [InlineData(4, 7_500, true)] // 0.053 %
    public void Breaches_WarningComplaintRate_AtItsEdges(long complaints, long deliveries, bool expected) =>
        Breaches(new Rate(Signal.Complaint, Hour, complaints, deliveries), Level.Warning).ShouldBe(expected);

    [Fact]
    public void Breaches_OneComplaintInFiveTestMails_IsFalse() =>
        Breaches(new Rate(Signal.Complaint, Hour, 1, 5), Level.Warning).ShouldBeFalse();

    [Theory]
    [InlineData(36, 1_000, true)] // 3.6 % is 90 % of 4 %
    [InlineData(35, 1_000, false)]
    [InlineData(359, 10_000, false)]
    [InlineData(360, 10_000, true)]
    [InlineData(9, 10, false)] // too few to hold anything
    [InlineData(10, 10, true)]
    [InlineData(10, 0, false)]
    public void Holds_CriticalBounceRate_DownToNinetyPercent(long bounces, long attempts, bool expected) =>
        new Rate(Signal.Bounce, Hour, bounces, attempts).Holds(Defaults.Bounce, Level.Critical).ShouldBe(expected);

    [Fact]
    public void Of_ATally_TakesEachSignalsNumbers()
    {
        var tally = new Tally(Attempts: 100, Deliveries: 90, HardBounces: 7, SoftBounces: 3, Complaints: 2);

        Rate.Of(Signal.Bounce, Hour, tally).ShouldBe(new Rate(Signal.Bounce, Hour, 7, 100));
        Rate.Of(Signal.Complaint, Hour, tally).ShouldBe(new Rate(Signal.Complaint, Hour, 2, 90));
    }

    [Theory]
    [InlineData(0, 0, "0 of 0 attempts hard-bounced in 1h (0%)")]
    [InlineData(77, 1_240, "77 of 1,240 attempts hard-bounced in 1h (6.2%)")]
    public void ToString_ABounceRate_SaysItInWords(long events, long trials, string expected) =>
        new Rate(Signal.Bounce, Hour, events, trials).ToString().ShouldBe(expected);

    [Fact]
    public void ToString_AComplaintRate_SaysItInWords() =>
        new Rate(Signal.Complaint, Window.Parse("7d"), 8, 10_000).ToString().ShouldBe("8 of 10,000 deliveries drew a complaint in 7d (0.08%)");

    private static bool Breaches(Rate rate, Level level) => rate.Breaches(Defaults.Of(rate.Signal), level);

    [Fact]
    public void Breaches_WithoutTrials_IsFalseThoughEveryVolumeIsRepresentative() =>
        new Rate(Signal.Bounce, Window.Parse("1h"), Events: 20, Trials: 0)
            .Breaches(Thresholds.DefaultBounce with { RepresentativeVolume = 0 }, Level.Critical).ShouldBeFalse();
}
