using Feedback.Cli.SecondDetector;
using Feedback.Cli.Wiring;
using Feedback.Reputation;

namespace Feedback.Tests.Cli.Wiring;

public sealed class AlarmPlanTests
{
    private const string Topic = "arn:aws:sns:eu-west-1:123456789012:SesAlarmTopic";

    private static readonly IReadOnlyList<SetAlarm> Both = SetAlarm.Wanted("news", Policy.Default, Topic);

    [Fact]
    public void ToWire_ASetWithoutAlarms_CreatesOneForEachRate() => Wire().ShouldBe(
    [
        "create alarm feedback-ses-bounce-rate-news (from 4% on)",
        "create alarm feedback-ses-complaint-rate-news (from 0.08% on)",
    ]);

    [Fact]
    public void ToWire_ASetThatHasThem_ChangesNothing() => Wire([.. Both]).ShouldBeEmpty();

    [Fact]
    public void ToWire_AlarmsOfOtherNamesThatWork_AreEnough() => Wire([.. Both.Select(alarm => alarm with { Name = "stack-" + alarm.Name })]).ShouldBeEmpty();

    [Fact]
    public void ToWire_OursThatDiffers_IsReplaced() =>
        Wire(Both[0] with { ActionsEnabled = false }, Both[1]).ShouldBe(["update alarm feedback-ses-bounce-rate-news (from 4% on)"]);

    [Fact]
    public void ToWire_ThePolicyHasChanged_FollowsIt()
    {
        var policy = Policy.Default with { Bounce = Thresholds.DefaultBounce with { Critical = 0.05m } };

        AlarmPlan.ToWire(Order([.. Both]), "news", policy).ShouldHaveSingleItem().ToString()
            .ShouldBe("update alarm feedback-ses-bounce-rate-news (from 5% on)");
    }

    [Fact]
    public void ToUndo_OursAndOthers_DeletesOursOnly()
    {
        var order = Order(
            Both[0],
            Both[1] with { Topics = ["arn:of-another-deployment"] },
            Both[1] with { Name = "by-hand" },
            SetAlarm.Wanted("other", Policy.Default, Topic)[0]);

        AlarmPlan.ToUndo(order, "news").Select(change => change.ToString()).ShouldBe(["delete alarm feedback-ses-bounce-rate-news"]);
    }

    private static IEnumerable<string> Wire(params SetAlarm[] existing) =>
        AlarmPlan.ToWire(Order(existing), "news", Policy.Default).Select(change => change.ToString());

    private static AlarmOrder Order(params SetAlarm[] existing) => new(Topic, existing, AreWanted: true);
}
