using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Deciding;

/// <summary>What SES's own finding decides, and how long it keeps a level.</summary>
public sealed class DeciderFindingTests
{
    private static readonly EntityState Sending = EntityState.New(World.Set) with { Version = 3, ResumedAt = World.Noon - TimeSpan.FromHours(1) };
    private static readonly Hold OnHold = new(World.Noon, World.Noon, HoldReason.DeliveriesMissing, default, Told: true);

    [Fact]
    public void Decide_AFindingWhileEnforcing_Pauses()
    {
        var next = Decide(Sending with { Worst = default(Rate), Tallies = [default], Hold = OnHold }).ShouldBeOfType<Decision.Move>().Next;

        (next.Sending, next.Level, next.Hold, next.Alert).ShouldBe((SendingStatus.Pausing, Level.Critical, null, null));
        next.Finding.ShouldNotBeNull().ShouldContain("alarm-1");
        next.Worst.ShouldBeNull();
        next.Tallies.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Decide_AFindingWhileObserving_IsToldOnce(bool isHeld)
    {
        var state = Sending with { Level = isHeld ? Level.Critical : Level.Warning, Hold = isHeld ? OnHold : null };

        var next = Decide(state, Mode.Observe).ShouldBeOfType<Decision.Move>().Next;

        (next.Sending, next.Level, next.Hold, next.Alert?.Kind).ShouldBe((SendingStatus.Enabled, Level.Critical, null, AlertKind.Critical));
        Decide(next, Mode.Observe).ShouldBeOfType<Decision.Nothing>();
    }

    [Fact]
    public void Decide_AFindingOfASetThatIsCriticalAlready_PausesWhileEnforcing() =>
        Decide(Sending with { Level = Level.Critical }).ShouldBeOfType<Decision.Move>();

    [Theory]
    [InlineData("Off", "Enabled")]
    [InlineData("Enforce", "Paused")]
    [InlineData("Enforce", "Pausing")]
    public void Decide_AFindingWithNothingToPause_ChangesNothing(string mode, string sending) =>
        Decide(Sending with { Sending = Enum.Parse<SendingStatus>(sending) }, Enum.Parse<Mode>(mode)).ShouldBeOfType<Decision.Nothing>();

    [Theory]
    [InlineData(-60 * 60, false)]
    [InlineData((-60 * 60) + 1, true)]
    public void Decide_AFindingFromBeforeTheResume_ChangesNothing(int seconds, bool pauses) =>
        (Decide(Sending, at: World.Noon.AddSeconds(seconds)) is Decision.Move).ShouldBe(pauses);

    [Theory]
    [InlineData(0.0399, false)]
    [InlineData(0.04, true)]
    [InlineData(0.05, true)]
    public void Decide_AFindingAtLessThanTheCriticalThreshold_ChangesNothing(double threshold, bool pauses) =>
        (Decide(Sending, threshold: (decimal)threshold) is Decision.Move).ShouldBe(pauses);

    [Theory]
    [InlineData(23.99, true, true)]
    [InlineData(24, true, false)]
    [InlineData(23.99, false, true)]
    [InlineData(24, false, true)]
    [InlineData(10_000, false, true)]
    public void Decide_RatesThatDoNotConfirmAFinding_KeepItsLevelUntilItIsOverAndForADay(double hours, bool isOver, bool keeps)
    {
        var found = Sending with
        {
            Level = Level.Critical,
            Finding = "SES's own metric",
            FindingOverAt = isOver ? World.Noon : null,
            ChangedAt = World.Noon - TimeSpan.FromHours(hours),
        };

        (Rated(found, bounces: 1, Mode.Observe) is Decision.Nothing).ShouldBe(keeps);
        Rated(found with { Finding = null, FindingOverAt = null }, bounces: 1).ShouldBeOfType<Decision.Move>().Next.Level.ShouldBe(Level.Normal);
    }

    [Fact]
    public void Decide_AFindingInForceAndTheModeBecameEnforce_Pauses()
    {
        var found = Sending with { Level = Level.Critical, Finding = "SES's own metric", ChangedAt = World.Noon - TimeSpan.FromDays(3) };

        var next = Rated(found, bounces: 0).ShouldBeOfType<Decision.Move>().Next;

        (next.Sending, next.Finding, next.PausedAt).ShouldBe((SendingStatus.Pausing, "SES's own metric", World.Noon));
        Rated(found with { FindingOverAt = World.Noon }, bounces: 0).ShouldBeOfType<Decision.Move>().Next.Sending.ShouldBe(SendingStatus.Enabled);
    }

    [Theory]
    [InlineData("Pausing")]
    [InlineData("Paused")]
    public void DecideOver_APausedSet_ChangesNothing(string sending)
    {
        var state = Sending with { Sending = Enum.Parse<SendingStatus>(sending), Finding = Found().ToString() };

        Decider.DecideOver(state, Found(), World.Noon).ShouldBeOfType<Decision.Nothing>();
    }

    [Fact]
    public void Decide_TheAlarmGoesOffAgain_IsInForceAgain()
    {
        var over = Sending with { Level = Level.Critical, Finding = Found().In(null), FindingOverAt = World.Noon };

        Decide(over, Mode.Observe).ShouldBeOfType<Decision.Remember>().Next.IsFoundBySes.ShouldBeTrue();
        Decide(over with { FindingOverAt = null }, Mode.Observe).ShouldBeOfType<Decision.Nothing>();
    }

    [Fact]
    public void DecideOver_OfTwoFindings_EndsTheOne()
    {
        var other = Found() with { AlarmName = "alarm-2" };
        var both = Sending with { Finding = other.In(Found().ToString()) };

        var one = Decider.DecideOver(both, Found(), World.Noon).ShouldBeOfType<Decision.Remember>().Next;
        (one.Finding, one.IsFoundBySes).ShouldBe((other.ToString(), true));
        Decider.DecideOver(one, Found(), World.Noon).ShouldBeOfType<Decision.Nothing>();
        var none = Decider.DecideOver(one, other, World.Noon).ShouldBeOfType<Decision.Remember>().Next;
        (none.Finding, none.FindingOverAt).ShouldBe((other.ToString(), World.Noon));
        Decider.DecideOver(none, other, World.Noon).ShouldBeOfType<Decision.Nothing>();
    }

    [Fact]
    public void Decide_RatesThatAreWorseThanAFindingsLevel_AreToldAllTheSame() =>
        Rated(Sending with { Level = Level.Normal, Finding = "SES's own metric", ChangedAt = World.Noon }, bounces: 25)
            .ShouldBeOfType<Decision.Move>().Next.Level.ShouldBe(Level.Warning);

    private static Decision Decide(EntityState state, Mode mode = Mode.Enforce, DateTimeOffset? at = null, decimal threshold = 0.05m) => Decider.Decide(
        state, Policy.Default with { Mode = mode }, new SesFinding(World.Set.Name, Signal.Bounce, threshold, at ?? World.Noon, "alarm-1"), World.Noon);

    private static SesFinding Found() => new(World.Set.Name, Signal.Bounce, 0.05m, World.Noon, "alarm-1");

    private static Decision Rated(EntityState state, long bounces, Mode mode = Mode.Enforce)
    {
        var policy = Policy.Default with { Mode = mode };
        List<WindowTally> tallies = [.. Policy.Default.Windows.Select(window => new WindowTally(window, new Tally(1_000, 1_000 - bounces, bounces, 0, 0)))];
        return Decider.Decide(state, policy, Assessment.Of(policy, tallies, state.AssessedFrom), progress: null, World.Noon);
    }
}
