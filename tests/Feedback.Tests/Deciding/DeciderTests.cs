using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Deciding;

public sealed class DeciderTests
{
    private static readonly EntityState Fresh = EntityState.New(World.Set) with { Version = 3 };
    private static readonly EntityState Held = Fresh with { Level = Level.Critical, Hold = new LagSnapshot(World.Noon, Waiting: 500, Recorded: 0) };

    [Fact]
    public void Decide_CriticalWhileEnforcing_AsksForTheDeliveryLagFirst() =>
        Decide(Fresh, Bounced(40, 1_000), backlog: null).ShouldBeOfType<Decision.AskDeliveryLag>();

    [Fact]
    public void Decide_ModeIsOff_AsksForNothing() =>
        Decide(Fresh, Bounced(40, 1_000), backlog: null, "Off").ShouldBeOfType<Decision.Nothing>();

    [Fact]
    public void Decide_ObservedAndToldAlready_AsksForNothing() =>
        Decide(Fresh with { Level = Level.Critical }, Bounced(40, 1_000), backlog: null, "Observe").ShouldBeOfType<Decision.Nothing>();

    [Fact]
    public void Decide_CriticalWithoutBacklog_PausesWithoutAnAlertYet()
    {
        var next = Moved(Decide(Fresh, Bounced(40, 1_000), backlog: 0));

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

        var next = Moved(Decide(before, Bounced(40, 1_000), backlog: 0));

        next.PauseRequested.ShouldBeFalse();
        next.PauseFailureToldAt.ShouldBeNull();
        next.PausedAt.ShouldBe(World.Noon);
    }

    [Fact]
    public void Decide_BacklogCouldMakeItHarmless_HoldsOnce()
    {
        var held = Moved(Decide(Fresh, Bounced(40, 1_000), backlog: 500));
        held.Held.ShouldBeTrue();
        held.Sending.ShouldBe(SendingStatus.Enabled);
        held.Alert!.Kind.ShouldBe(AlertKind.Held);

        Decide(held, Bounced(40, 1_000), backlog: 500).ShouldBeOfType<Decision.Nothing>();
    }

    [Fact]
    public void Decide_HeldAndStillCriticalWithTheBacklogGone_Pauses() =>
        Moved(Decide(Held, Bounced(40, 1_000), backlog: 0)).ShouldSatisfyAllConditions(
            next => next.Sending.ShouldBe(SendingStatus.Pausing),
            next => next.Held.ShouldBeFalse());

    [Fact]
    public void Decide_HeldAndTheDeliveriesCame_Recovers() =>
        Moved(Decide(Held, Bounced(40, 10_000), backlog: null)).ShouldSatisfyAllConditions(
            next => next.Held.ShouldBeFalse(),
            next => next.Level.ShouldBe(Level.Normal),
            next => next.Alert!.Kind.ShouldBe(AlertKind.Recovered));

    [Theory]
    [InlineData("account")]
    [InlineData("unattributed")]
    public void Decide_NothingToPause_AlertsOnly(string entity)
    {
        var next = Moved(Decide(EntityState.New(new ReputationEntity(entity)), Bounced(40, 100), backlog: 0));

        next.Sending.ShouldBe(SendingStatus.Enabled);
        next.Alert!.Kind.ShouldBe(AlertKind.Critical);
    }

    [Theory]
    [InlineData("Warning", 25)]
    [InlineData("Critical", 45)]
    public void Decide_LevelStaysTheSame_SendsNoSecondMail(string level, long bounces) =>
        Decide(Fresh with { Level = Enum.Parse<Level>(level) }, Bounced(bounces, 1_000), backlog: null, "Observe").ShouldBeOfType<Decision.Nothing>();

    [Fact]
    public void Decide_AnyMove_IsOneVersionOnAndToldOfByIt()
    {
        var next = Moved(Decide(Fresh, Bounced(25, 1_000), backlog: null));

        next.Version.ShouldBe(4);
        next.Alert.ShouldBe(new PendingAlert(AlertKind.Warning, Version: 4));
        next.ChangedAt.ShouldBe(World.Noon);
    }

    private static EntityState Moved(Decision decision) => decision.ShouldBeOfType<Decision.Move>().Next;

    private static Decision Decide(EntityState state, Tally tally, long? backlog, string mode = "Enforce")
    {
        var policy = Policy.Default with { Mode = Enum.Parse<Mode>(mode) };
        var tallies = policy.Windows.Select(w => new WindowTally(w, tally)).ToList();
        var lag = backlog is { } waiting ? new DeliveryLag(new LagSnapshot(World.Noon, waiting, Recorded: 0), tallies, SinceHold: null) : null;
        return Decider.Decide(state, policy, Assessment.Of(policy, tallies, state.Level), lag, World.Noon);
    }

    private static Tally Bounced(long bounces, long attempts) => new(attempts, attempts - bounces, bounces, 0, 0);
}
