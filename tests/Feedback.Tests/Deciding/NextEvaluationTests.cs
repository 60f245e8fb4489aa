using System.Globalization;
using Feedback.Deciding;
using Feedback.Deciding.Lag;
using Feedback.Reputation;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Deciding;

public sealed class NextEvaluationTests
{
    private static readonly DateTimeOffset Now = World.Noon + TimeSpan.FromMinutes(5);
    private static readonly EntityState Healthy = EntityState.New(World.Set) with { Version = 1 };
    private static readonly Policy OneHour = Policy.Default with { Windows = [Window.Parse("1h")] };

    [Fact]
    public void Of_HealthyAndQuiet_IsNever() => Of(Healthy, Counted("11:30", 5_000, 3)).ShouldBeNull();

    [Fact]
    public void Of_AnAlertIsPending_IsTheEndOfTheLease() =>
        Of(Healthy.Moved(Now, AlertKind.Warning)).ShouldBe(Now + EntityState.Lease);

    [Fact]
    public void Of_AnAlertIsPendingBeyondItsLease_IsNow() =>
        Of(Healthy.Moved(Now - TimeSpan.FromHours(1), AlertKind.Warning)).ShouldBe(Now);

    [Fact]
    public void Of_Held_IsWhenTheWatermarkCanHavePassed() =>
        Of(Healthy with { Hold = new Hold(Now, Now, HoldReason.DeliveriesMissing, new DeliveryLag(5, 0), Told: false) }).ShouldBe(Now + DeliveryLag.Slack);

    [Fact]
    public void Of_Paused_IsInAMinute() => Of(Healthy with { Sending = SendingStatus.Paused }).ShouldBe(Now + TimeSpan.FromMinutes(1));

    [Fact]
    public void Of_AtWarning_IsTheNextBucket() =>
        Of(Healthy with { Level = Level.Warning }).ShouldBe(World.Noon + TimeSpan.FromMinutes(15));

    [Fact]
    public void Of_ModeOff_IsNever() =>
        NextEvaluation.Of(Healthy with { Level = Level.Warning }, OneHour with { Mode = Mode.Off }, [], Now).ShouldBeNull();

    /// <summary>4,000 deliveries of 11:15 leave the window of an hour at 12:30; the 30 bounces of 11:45 stay in it until 13:00.</summary>
    [Fact]
    public void Of_DenominatorSlidesOutBeforeTheBounces_IsWhenTheRateBreaches() =>
        Of(Healthy, Counted("11:15", 4_000, 0), Counted("11:45", 970, 30)).ShouldBe(World.Noon + TimeSpan.FromMinutes(30));

    [Fact]
    public void Of_BouncesSlideOutFirst_IsNever() => Of(Healthy, Counted("11:15", 970, 30), Counted("11:45", 4_000, 0)).ShouldBeNull();

    [Fact]
    public void Of_TooFewEventsForAnyBreach_IsNever() => Of(Healthy, Counted("11:15", 4_000, 0), Counted("11:45", 20, 9)).ShouldBeNull();

    /// <summary>What the sweep relies on: nothing breaches before the time that was computed, and something does then.</summary>
    [Fact]
    public void Of_RandomCounters_IsTheFirstBoundaryAtWhichARateBreaches()
    {
        var random = new Random(7);
        for (var run = 0; run < 300; run++)
        {
            var counters = Enumerable.Range(0, 8)
                .Select(i => (Bucket: Bucket.Of(World.Noon - TimeSpan.FromMinutes(15 * i)), Delivered: random.Next(0, 1_500), Bounced: random.Next(0, 25)))
                .Select(c => (c.Bucket, new Tally(c.Delivered + c.Bounced, c.Delivered, c.Bounced, 0, random.Next(0, 3))))
                .ToList();
            var boundaries = Enumerable.Range(1, 8).Select(i => World.Noon + TimeSpan.FromMinutes(15 * i));

            var expected = boundaries.Where(at => Breaches(counters, at)).Select(at => (DateTimeOffset?)at).FirstOrDefault();

            NextEvaluation.Of(Healthy, OneHour, counters, Now).ShouldBe(expected, $"run {run}");
        }
    }

    private static bool Breaches(IReadOnlyList<(Bucket Bucket, Tally Tally)> counters, DateTimeOffset at) =>
        Assessment.Of(OneHour, WindowTally.Sum(OneHour.Windows, counters, at, countFrom: null), Level.Normal).Breached > Level.Normal;

    private static DateTimeOffset? Of(EntityState state, params (Bucket Bucket, Tally Tally)[] counters) => NextEvaluation.Of(state, OneHour, counters, Now);

    private static (Bucket Bucket, Tally Tally) Counted(string bucket, long delivered, long bounced)
    {
        var midnight = World.Noon - TimeSpan.FromHours(12);
        return (Bucket.Of(midnight + TimeSpan.Parse(bucket, CultureInfo.InvariantCulture)), new Tally(delivered + bounced, delivered, bounced, 0, 0));
    }
}
