using Feedback.Reputation;

namespace Feedback.Tests.Reputation;

public sealed class TallyTests
{
    private static readonly Tally Some = new(1_000, 900, 80, 20, 7);

    [Fact]
    public void WithDeliveries_Missing_AddsThemToAttemptsAndDeliveries() => Some.WithDeliveries(50).ShouldBe(new Tally(1_050, 950, 80, 20, 7));

    [Theory]
    [InlineData(60, 5, 60, 5)]
    [InlineData(100, 9, 80, 7)]
    public void WithEventsOf_AnEarlierTally_TakesTheSmallerNumbers(long bounces, long complaints, long bouncesLeft, long complaintsLeft) =>
        Some.WithEventsOf(new Tally(1, 1, bounces, 1, complaints)).ShouldBe(Some with { HardBounces = bouncesLeft, Complaints = complaintsLeft });

    [Fact]
    public void Add_ItsNegation_IsZero() => (Some + -Some).ShouldBe(Tally.Zero);
}
