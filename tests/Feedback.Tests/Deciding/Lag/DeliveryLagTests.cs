using Feedback.Deciding.Lag;

namespace Feedback.Tests.Deciding.Lag;

public sealed class DeliveryLagTests
{
    private static readonly DateTimeOffset Breach = new(2026, 11, 18, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = Breach.AddSeconds(30);
    private static readonly DeliveryProgress Passed = new("passed") { Frontier = Breach.AddSeconds(10) };

    [Theory]
    [InlineData(null, null)]
    [InlineData(9.999, null)]
    [InlineData(10.0, 0L)]
    public void Of_Watermark_SaysThatNothingIsMissingOnceItHasPassedWithSlack(double? frontier, long? missing)
    {
        var progress = new DeliveryProgress("a") { Frontier = frontier is { } seconds ? Breach.AddSeconds(seconds) : null };

        DeliveryLag.Of([progress], queued: null, deadLettered: 0, Breach, Now).Missing.ShouldBe(missing);
    }

    [Theory]
    [InlineData(0, 60, 700)]
    [InlineData(0.001, 60, 0)] // sent after the breach
    [InlineData(0, 30, 0)] // handed out again by now
    [InlineData(-3_600, 31, 700)]
    public void Of_AnotherProcessHasABatchInFlight_CountsItAsMissing(double sentFrom, double until, long missing)
    {
        var span = new DeliverySpan(700, Breach.AddSeconds(sentFrom), Breach.AddSeconds(until));

        DeliveryLag.Of([Passed, new("b") { InFlight = span }], null, 0, Breach, Now).Missing.ShouldBe(missing);
        DeliveryLag.Of([Passed, new("b") { Failed = span }], null, 0, Breach, Now).Missing.ShouldBe(missing);
        DeliveryLag.Of([Passed, new("b") { InFlight = span, Failed = span }], null, 0, Breach, Now).Missing.ShouldBe(2 * missing);
    }

    [Theory]
    [InlineData(89.999, null)] // SQS's figures may be a minute old
    [InlineData(90, 9_700L)]
    public void Of_WatermarkHasNotPassed_GoesByTheQueueOnceItsFiguresHaveSettled(double age, long? missing) =>
        DeliveryLag.Of([], queued: 9_700, deadLettered: 0, Breach, Breach.AddSeconds(age)).Missing.ShouldBe(missing);

    [Fact]
    public void Of_SeveralProcessesWithBatchesInFlight_AddsThemUp()
    {
        DeliveryProgress Busy(string process, long count) => new(process) { InFlight = new DeliverySpan(count, Breach, Now.AddMinutes(5)) };

        DeliveryLag.Of([Passed, Busy("b", 700), Busy("c", 500)], queued: null, deadLettered: 0, Breach, Now).Missing.ShouldBe(1_200);
    }

    [Fact]
    public void Of_AccountWithoutFurtherTraffic_IsCompleteOnceTheQueueIsEmpty() =>
        DeliveryLag.Of([], queued: 0, deadLettered: 0, Breach, Breach.AddSeconds(90)).ShouldBe(DeliveryLag.None);

    [Fact]
    public void Of_DeliveriesInTheDeadLetterQueue_AreMissing()
    {
        DeliveryLag.Of([Passed], queued: null, deadLettered: 9_900, Breach, Now).ShouldBe(new DeliveryLag(9_900, 9_900));
        DeliveryLag.Of([], queued: 5, deadLettered: 9_900, Breach, Breach.AddMinutes(2)).ShouldBe(new DeliveryLag(9_905, 9_900));
    }

    [Fact]
    public void Of_AQueueThatCannotBeRead_LeavesTheLagUnknown()
    {
        DeliveryLag.Of([Passed], queued: null, deadLettered: null, Breach, Now).Missing.ShouldBeNull();
        DeliveryLag.Of([], queued: null, deadLettered: 0, Breach, Breach.AddMinutes(2)).Missing.ShouldBeNull();
    }
}
