using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Deciding;

public sealed class DeciderTests
{
    private static readonly EntityState Fresh = EntityState.New(World.Set) with { Version = 3 };
    private static readonly EntityState Held = Fresh with { Level = Level.Critical, Hold = new Hold(World.Noon, World.Noon, default, default, Told: true) };

    [Fact]
    public void Decide_CriticalWhileEnforcing_AsksForTheDeliveryLagFirst() =>
        Decide(Fresh, Bounced(40, 1_000), missing: null).ShouldBeOfType<Decision.AskHoldProgress>();

    [Fact]
    public void Decide_ModeIsOff_AsksForNothing() =>
        Decide(Fresh, Bounced(40, 1_000), missing: null, "Off").ShouldBeOfType<Decision.Nothing>();

    [Fact]
    public void Decide_ObservedAndToldAlready_AsksForNothing() =>
        Decide(Fresh with { Level = Level.Critical }, Bounced(40, 1_000), missing: null, "Observe").ShouldBeOfType<Decision.Nothing>();

    [Fact]
    public void Decide_CriticalWithoutMissingDeliveries_PausesWithoutAnAlertYet()
    {
        var next = Moved(Decide(Fresh, Bounced(40, 1_000), missing: 0));

        next.Sending.ShouldBe(SendingStatus.Pausing);
        next.Version.ShouldBe(4);
        next.PausedAt.ShouldBe(World.Noon);
        next.LeasedUntil.ShouldBe(World.Noon + EntityState.Lease);
        next.Alert.ShouldBeNull();
        next.PauseRequested.ShouldBeFalse();
        next.Worst.ShouldBe(new Rate(Signal.Bounce, Window.Parse("1h"), 40, 1_000));
        next.Tallies.Count.ShouldBe(3);
    }

    [Fact]
    public void Decide_PausedAgainAfterAFailedPause_StartsAfresh()
    {
        var before = Fresh with { PauseRequested = true, PauseFailureToldAt = World.Noon - TimeSpan.FromDays(1), PausedAt = World.Noon - TimeSpan.FromDays(1) };

        var next = Moved(Decide(before, Bounced(40, 1_000), missing: 0));

        next.PauseRequested.ShouldBeFalse();
        next.PauseFailureToldAt.ShouldBeNull();
        next.PausedAt.ShouldBe(World.Noon);
    }

    [Fact]
    public void Decide_MissingDeliveriesCouldMakeItHarmless_HoldsSilentlyAtItsLevel()
    {
        var held = Decide(Fresh, Bounced(40, 1_000), missing: 500).ShouldBeOfType<Decision.Remember>().Next;

        held.Hold.ShouldBe(new Hold(World.Noon, World.Noon, HoldReason.DeliveriesMissing, new DeliveryLag(500, 0), Told: false));
        held.Level.ShouldBe(Level.Normal);
        held.Alert.ShouldBeNull();
    }

    [Theory]
    [InlineData(179, null, false)]
    [InlineData(180, null, true)]
    [InlineData(180, 3_599, false)]
    [InlineData(180, 3_600, true)]
    public void Decide_AHoldLasts_IsToldAfterThreeMinutesAndOnceAnHour(int heldFor, int? toldBefore, bool told)
    {
        var state = Fresh with
        {
            Hold = new Hold(World.Noon, World.Noon - TimeSpan.FromSeconds(heldFor), default, default, Told: false),
            HoldToldAt = toldBefore is { } seconds ? World.Noon - TimeSpan.FromSeconds(seconds) : null,
            Tallies = Tallies(Bounced(40, 1_000)),
        };

        var decision = Decide(state, Bounced(40, 1_000), missing: 500);

        (decision is Decision.Move { Next: { Alert.Kind: AlertKind.Held, Hold.Told: true, Level: Level.Critical } }).ShouldBe(told);
        (decision is Decision.Remember).ShouldBe(!told);
    }

    [Fact]
    public void Decide_ASilentHoldProvesUnfounded_EndsSilently()
    {
        var hold = new Hold(World.Noon, World.Noon, default, default, Told: false);
        var silent = Fresh with { Level = Level.Warning, Hold = hold, Tallies = Tallies(Bounced(40, 1_000)) };

        var next = Decide(silent, Bounced(40, 1_100), missing: 0).ShouldBeOfType<Decision.Remember>().Next;

        next.Held.ShouldBeFalse();
        next.Level.ShouldBe(Level.Warning);
    }

    [Fact]
    public void Decide_HeldAndStillCriticalWithNothingMissing_Pauses() =>
        Moved(Decide(Held with { Tallies = Tallies(Bounced(40, 1_000)) }, Bounced(40, 1_000), missing: 0)).ShouldSatisfyAllConditions(
            next => next.Sending.ShouldBe(SendingStatus.Pausing),
            next => next.Held.ShouldBeFalse());

    [Fact]
    public void Decide_HeldAndTheDeliveriesCame_Recovers() =>
        Moved(Decide(Held, Bounced(40, 10_000), missing: null)).ShouldSatisfyAllConditions(
            next => next.Held.ShouldBeFalse(),
            next => next.Level.ShouldBe(Level.Normal),
            next => next.Alert!.Kind.ShouldBe(AlertKind.Recovered));

    [Theory]
    [InlineData("account")]
    [InlineData("unattributed")]
    public void Decide_NothingToPause_AlertsOnly(string entity)
    {
        var next = Moved(Decide(EntityState.New(new ReputationEntity(entity)), Bounced(40, 100), missing: 0));

        next.Sending.ShouldBe(SendingStatus.Enabled);
        next.Alert!.Kind.ShouldBe(AlertKind.Critical);
    }

    [Theory]
    [InlineData("Warning", 25)]
    [InlineData("Critical", 45)]
    public void Decide_LevelStaysTheSame_SendsNoSecondMail(string level, long bounces) =>
        Decide(Fresh with { Level = Enum.Parse<Level>(level) }, Bounced(bounces, 1_000), missing: null, "Observe").ShouldBeOfType<Decision.Nothing>();

    [Fact]
    public void Decide_AnyMove_IsOneVersionOnAndToldOfByIt()
    {
        var next = Moved(Decide(Fresh, Bounced(25, 1_000), missing: null));

        next.Version.ShouldBe(4);
        next.Alert.ShouldBe(new PendingAlert(AlertKind.Warning, Version: 4));
        next.ChangedAt.ShouldBe(World.Noon);
    }

    private static EntityState Moved(Decision decision) => decision.ShouldBeOfType<Decision.Move>().Next;

    private static Decision Decide(EntityState state, Tally tally, long? missing, string mode = "Enforce")
    {
        var policy = Policy.Default with { Mode = Enum.Parse<Mode>(mode) };
        var progress = missing is { } count ? new HoldProgress(World.Noon, new DeliveryLag(count, 0), Tallies(tally)) : null;
        return Decider.Decide(state, policy, Assessment.Of(policy, Tallies(tally), state.AssessedFrom), progress, World.Noon);
    }

    private static List<WindowTally> Tallies(Tally tally) => [.. Policy.Default.Windows.Select(window => new WindowTally(window, tally))];

    private static Tally Bounced(long bounces, long attempts) => new(attempts, attempts - bounces, bounces, 0, 0);
}
