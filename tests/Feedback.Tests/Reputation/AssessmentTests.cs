using Feedback.Reputation;

namespace Feedback.Tests.Reputation;

public sealed class AssessmentTests
{
    private static readonly Tally Clean = new(100_000, 100_000, 0, 0, 0);

    [Theory]
    [InlineData("1h")]
    [InlineData("24h")]
    [InlineData("7d")]
    public void Of_OneBadWindow_MakesTheLevel(string bad)
    {
        var assessment = Assess(Level.Normal, Policy.Default.Windows.Select(w => (w.ToString(), w.ToString() == bad ? Bounced(40, 1_000) : Clean)).ToArray());

        assessment.Level.ShouldBe(Level.Critical);
        assessment.Worst.ShouldBe(new Rate(Signal.Bounce, Window.Parse(bad), 40, 1_000));
    }

    [Fact]
    public void Of_LargeCleanWeek_DoesNotDiluteABadHour() =>
        Assess(Level.Normal, ("1h", Bounced(300, 5_000)), ("24h", Bounced(300, 500_000)), ("7d", Bounced(300, 5_000_000))).Level.ShouldBe(Level.Critical);

    [Fact]
    public void Of_CleanHour_DoesNotHideABadWeek() =>
        Assess(Level.Normal, ("1h", Clean), ("24h", Clean), ("7d", Bounced(5_000, 100_000))).Level.ShouldBe(Level.Critical);

    [Theory]
    [InlineData(25, 0, "Warning", "Bounce")]
    [InlineData(25, 8, "Critical", "Complaint")]
    [InlineData(400, 5, "Critical", "Bounce")]
    [InlineData(0, 5, "Warning", "Complaint")]
    public void Of_TwoSignals_TheWorseMakesTheLevel(long bouncesPerThousand, long complaints, string level, string signal)
    {
        var tally = new Tally(Attempts: 10_000, Deliveries: 10_000, HardBounces: bouncesPerThousand * 10, SoftBounces: 0, complaints);

        var assessment = Assess(Level.Normal, ("24h", tally));

        assessment.Level.ToString().ShouldBe(level);
        assessment.Worst.Signal.ToString().ShouldBe(signal);
    }

    [Theory]
    [InlineData("Critical", 400, "Critical")]
    [InlineData("Critical", 360, "Critical")] // exactly 90 % of 4 %
    [InlineData("Critical", 359, "Warning")]
    [InlineData("Critical", 180, "Warning")] // exactly 90 % of 2 %
    [InlineData("Critical", 179, "Normal")]
    [InlineData("Warning", 180, "Warning")]
    [InlineData("Warning", 179, "Normal")]
    [InlineData("Warning", 360, "Warning")] // holding never raises
    [InlineData("Normal", 199, "Normal")]
    [InlineData("Normal", 200, "Warning")]
    public void Of_RateNearItsThreshold_HoldsTheFormerLevelDownToNinetyPercent(string former, long bounces, string expected) =>
        Assess(Enum.Parse<Level>(former), ("24h", Bounced(bounces, 10_000))).Level.ToString().ShouldBe(expected);

    [Fact]
    public void Of_HeldLevel_IsNotBreached()
    {
        var assessment = Assess(Level.Critical, ("24h", Bounced(380, 10_000)));

        assessment.Level.ShouldBe(Level.Critical);
        assessment.Breached.ShouldBe(Level.Warning);
    }

    [Fact]
    public void Of_OneRateStillHolding_KeepsTheLevelThoughAnotherIsClear()
    {
        var assessment = Assess(Level.Critical, ("1h", Clean), ("24h", Bounced(370, 10_000)));

        assessment.Level.ShouldBe(Level.Critical);
        assessment.Worst.Window.ShouldBe(Window.Parse("24h"));
    }

    [Fact]
    public void Of_NoMail_IsNormal()
    {
        var assessment = Assess(Level.Critical, ("1h", Tally.Zero), ("24h", Tally.Zero));

        assessment.Level.ShouldBe(Level.Normal);
        assessment.Worst.Trials.ShouldBe(0);
    }

    private static Tally Bounced(long bounces, long attempts) => new(attempts, attempts - bounces, bounces, 0, 0);

    private static Assessment Assess(Level former, params (string Window, Tally Tally)[] windows) =>
        Assessment.Of(Policy.Default, windows.Select(w => new WindowTally(Window.Parse(w.Window), w.Tally)).ToList(), former);

    [Fact]
    public void Longest_SeveralWindows_IsTheTallyOfTheLongest()
    {
        List<WindowTally> tallies = [.. Policy.Default.Windows.Select((window, i) => new WindowTally(window, new Tally(i + 1, i + 1, 0, 0, 0)))];

        Assessment.Of(Policy.Default, tallies, Level.Normal).Longest.Attempts.ShouldBe(3);
    }

    [Fact]
    public void Worst_OfTwoHealthyRates_IsTheOneNearerToItsThreshold()
    {
        // 1.2 % is 30 % of the bounce threshold; 0.06 % is 75 % of the complaint threshold.
        List<WindowTally> tallies = [new WindowTally(Policy.Default.Windows[0], new Tally(5_000, 5_000, 60, 0, 3))];

        Assessment.Of(Policy.Default, tallies, Level.Normal).Worst.Signal.ShouldBe(Signal.Complaint);
    }
}
