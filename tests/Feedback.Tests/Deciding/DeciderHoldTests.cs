using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Deciding;

/// <summary>A hold that goes on because it is not known yet what is missing.</summary>
public sealed class DeciderHoldTests
{
    private static readonly DeliveryLag Unknown = new(null, null);
    private static readonly DateTimeOffset Began = World.Noon - TimeSpan.FromMinutes(4);
    private static readonly IReadOnlyList<WindowTally> Then = Tallies(40);
    private static readonly EntityState Held = EntityState.New(World.Set) with
    {
        Version = 3,
        Hold = new Hold(Began, Began, HoldReason.DeliveriesMissing, Unknown, Told: false),
        Tallies = Then,
    };

    [Fact]
    public void Decide_HoldThatLasts_IsToldWithTheEventsOfItsBeginning()
    {
        var next = Decide(Held, bounces: 60).ShouldBeOfType<Decision.Move>().Next;

        next.Alert!.Kind.ShouldBe(AlertKind.Held);
        next.Hold.ShouldBe(new Hold(Began, Began, HoldReason.DeliveriesMissing, Unknown, Told: true));
        next.Tallies.ShouldBe(Then);
    }

    [Fact]
    public void Decide_HoldThatWasTold_IsNotToldAgain() =>
        Decide(Held with { Level = Level.Critical, Hold = Held.Hold! with { Told = true } }, bounces: 60).ShouldBeOfType<Decision.Nothing>();

    [Fact]
    public void Decide_YoungHold_IsNotWrittenAnew() =>
        Decide(Held with { Hold = Held.Hold! with { Since = World.Noon - TimeSpan.FromMinutes(1) } }, bounces: 60).ShouldBeOfType<Decision.Nothing>();

    [Fact]
    public void Decide_RateBelowCriticalWhileTheLagIsUnknown_DoesNotEndTheHold() =>
        Decide(Held with { Level = Level.Critical, Hold = Held.Hold! with { Told = true } }, bounces: 37).ShouldBeOfType<Decision.Nothing>();

    [Theory]
    [InlineData(60, 60, 60)]
    [InlineData(45, 37, 40)] // the window has moved on, and only the events of the beginning explain the pause
    public void Decide_HoldConfirmed_ExplainsThePauseWithTheRatesThatBreach(long atTheBeginning, long bounces, long explained)
    {
        var state = Held with { Level = Level.Critical, Hold = Held.Hold! with { Told = true } };
        var assessment = Assessment.Of(Policy.Default, Tallies(bounces), state.AssessedFrom);

        var decision = Decider.Decide(state, Policy.Default, assessment, new HoldProgress(Began, DeliveryLag.None, Tallies(atTheBeginning)), World.Noon);

        var next = decision.ShouldBeOfType<Decision.Move>().Next;
        next.Sending.ShouldBe(SendingStatus.Pausing);
        next.Tallies.ShouldAllBe(tally => tally.Tally.HardBounces == explained);
        next.Worst!.Value.Events.ShouldBe(explained);
    }

    [Theory]
    [InlineData(24, true)]
    [InlineData(23, false)]
    public void IsToBeTold_DeliveriesNotPublished_OnceADay(int hours, bool told) =>
        (Held.Hold! with { Reason = HoldReason.DeliveriesNotPublished, Told = true })
            .IsToBeTold(World.Noon - TimeSpan.FromHours(hours), World.Noon).ShouldBe(told);

    [Fact]
    public void Review_WindowsOfAnotherPolicy_ConfirmNothing() =>
        new HoldProgress(Began, DeliveryLag.None, Then).Review(Policy.Default, known: [], countFrom: null).ShouldBeOfType<HoldReview.Doubtful>();

    private static Decision Decide(EntityState state, long bounces)
    {
        var assessment = Assessment.Of(Policy.Default, Tallies(bounces), state.AssessedFrom);
        return Decider.Decide(state, Policy.Default, assessment, new HoldProgress(Began, Unknown, Tallies(bounces)), World.Noon);
    }

    private static List<WindowTally> Tallies(long bounces) =>
        [.. Policy.Default.Windows.Select(window => new WindowTally(window, new Tally(1_000, 1_000 - bounces, bounces, 0, 0)))];
}
